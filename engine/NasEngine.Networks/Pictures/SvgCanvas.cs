using System.Globalization;
using System.Security;
using System.Text;

namespace NasEngine.Networks.Pictures;

/// <summary>Collects SVG elements.</summary>
internal sealed class SvgCanvas(int width)
{
    private readonly StringBuilder _body = new();

    public void Text(
        double x, double y, string text, int size, string colour = "#222", bool bold = false, string anchor = "start") =>
        _body.Append(CultureInfo.InvariantCulture,
            $"<text x=\"{x:0.#}\" y=\"{y:0.#}\" font-size=\"{size}\" fill=\"{colour}\" "
            + $"text-anchor=\"{anchor}\"{(bold ? " font-weight=\"bold\"" : "")}>{SecurityElement.Escape(text)}</text>\n");

    public void Box(
        double x, double y, double width, double height, string fill, string stroke, double radius, double line = 1) =>
        _body.Append(CultureInfo.InvariantCulture,
            $"<rect x=\"{x:0.#}\" y=\"{y:0.#}\" width=\"{width:0.#}\" height=\"{height:0.#}\" rx=\"{radius:0.#}\" fill=\"{fill}\" "
            + $"stroke=\"{stroke}\" stroke-width=\"{line:0.#}\"/>\n");

    public string ToSvg(int height) => string.Create(CultureInfo.InvariantCulture, $"""
        <svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}"
          font-family="DejaVu Sans, Helvetica, Arial, sans-serif">
        <rect width="{width}" height="{height}" fill="#ffffff"/>
        {_body}</svg>
        """);
}

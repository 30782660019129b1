using System.Xml.Linq;

namespace NasEngine.Host.Reports.Page;

/// <summary>Elements of a page. What is text stays text: the tree is written by the library, which escapes it.</summary>
internal static class Html
{
    /// <summary>An element; one without content is written with an end of its own, as a browser wants it.</summary>
    public static XElement Of(string name, params IEnumerable<object?> content)
    {
        var element = new XElement(name, content.Select(Clean));
        if (element.IsEmpty)
        {
            element.Value = "";
        }

        return element;
    }

    /// <summary>An element of a class.</summary>
    public static XElement OfClass(string name, string style, params IEnumerable<object?> content) =>
        Of(name, [new XAttribute("class", style), .. content]);

    /// <summary>A table: the first row is its head, and columns of a class have it in all rows.</summary>
    /// <param name="head">Names of the columns; empty for none.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="text">Columns that are text and no figures.</param>
    public static XElement Table(IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows, params int[] text)
    {
        XElement Row(string name, IReadOnlyList<string> cells) => Of("tr", cells.Select(
            (cell, place) => (object?)(text.Contains(place) ? OfClass(name, "text", cell) : Of(name, cell))));
        IEnumerable<XElement> all = head.Count == 0 ? [] : [Row("th", head)];
        return Of(nameof(Table).ToLowerInvariant(), all.Concat(rows.Select(row => Row("td", row))));
    }

    private static object? Clean(object? content) => content is string text ? XmlText.Of(text) : content;
}

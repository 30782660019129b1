
namespace NasEngine.Contracts.Recipes;

/// <summary>A picture of what a search found.</summary>
/// <param name="Svg">It, as SVG.</param>
public sealed record FoundPlot(string Svg)
{
    private const string Extension = ".svg";

    /// <summary>Writes it.</summary>
    /// <param name="path">The file, <c>NAME.svg</c>; one that is there is replaced, and its folder is made.</param>
    /// <exception cref="InputException">It is to be no SVG, or cannot be written.</exception>
    /// <example><code>result.Plot.History().Save("history.svg");</code></example>
    public void Save(string path)
    {
        if (!path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase))
        {
            throw new InputException($"A plot is SVG, and '{path}' does not say so; name it '{Path.ChangeExtension(path, Extension)}'.")
            {
                Word = "Save(",
            };
        }

        try
        {
            WholeFile.Write(path, Svg);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InputException($"The plot '{path}' cannot be written: {Clause.Of(refused.Message)}; name another file.", refused);
        }
    }
}

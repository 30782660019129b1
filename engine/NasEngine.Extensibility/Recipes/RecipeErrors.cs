using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace NasEngine.Extensibility.Recipes;

/// <summary>What the compiler has against a recipe, in words for its author.</summary>
internal static class RecipeErrors
{
    private const int Shown = 3;

    /// <summary>
    /// Nullable warnings and a search that nobody awaits are errors; assembly versions that differ within a framework are
    /// nothing.
    /// </summary>
    public static ImmutableDictionary<string, ReportDiagnostic> Severities { get; } =
        Enumerable.Range(8597, 74).Concat(Enumerable.Range(8762, 16)).Append(8714).Append(4014)
            .ToImmutableDictionary(number => "CS" + number.ToString("D4", CultureInfo.InvariantCulture), _ => ReportDiagnostic.Error)
            .Add("CS1701", ReportDiagnostic.Suppress)
            .Add("CS1702", ReportDiagnostic.Suppress);

    /// <summary>
    /// The first few errors, each with file, line, column and the line itself; what is probably meant where that is known.
    /// </summary>
    public static string Say(ImmutableArray<Diagnostic> diagnostics, Compilation compilation)
    {
        var errors = diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .OrderBy(error => error.Location.SourceTree?.FilePath, StringComparer.Ordinal)
            .ThenBy(error => error.Location.SourceSpan.Start)
            .ToArray();
        string[] said = [.. Causes(errors).Select(error => One(error, compilation)).Distinct()];
        var more = said.Length > Shown ? $"\n… and {said.Length - Shown} more" : "";
        return string.Join('\n', said.Take(Shown)) + more;
    }

    /// <summary>Where a line is not written as C# is, most of what follows from it is no mistake of the author's.</summary>
    private static IEnumerable<Diagnostic> Causes(Diagnostic[] errors) => errors.Any(RecipeHints.IsSyntax)
        ? errors.Where(error => error.Id == "CS1061" || RecipeHints.IsSyntax(error))
        : errors;

    private static string One(Diagnostic error, Compilation compilation)
    {
        var message = RecipeHints.For(error, compilation) ?? $"{error.GetMessage(CultureInfo.InvariantCulture)} ({error.Id})";
        if (error.Location.SourceTree is not { } tree)
        {
            return message;
        }

        var start = error.Location.GetLineSpan().StartLinePosition;
        start = message == RecipeHints.Quotes ? new(start.Line, 0) : start;
        var line = tree.GetText().Lines[start.Line].ToString();
        var caret = new string([.. line.Take(start.Character).Select(letter => letter == '\t' ? '\t' : ' ')]) + "^";
        return $"{RecipePath.Show(tree.FilePath)}:{start.Line + 1}:{start.Character + 1}: {message}\n    {line}\n    {caret}";
    }
}

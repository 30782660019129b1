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

    /// <summary>The first few errors, each with file, line, column and the line itself.</summary>
    public static string Say(ImmutableArray<Diagnostic> diagnostics)
    {
        var errors = diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .OrderBy(error => error.Location.SourceTree?.FilePath, StringComparer.Ordinal)
            .ThenBy(error => error.Location.SourceSpan.Start)
            .ToArray();
        var more = errors.Length > Shown ? $"\n… and {errors.Length - Shown} more" : "";
        return string.Join('\n', errors.Take(Shown).Select(One)) + more;
    }

    private static string One(Diagnostic error)
    {
        var message = $"{error.GetMessage(CultureInfo.InvariantCulture)} ({error.Id})";
        if (error.Location.SourceTree is not { } tree)
        {
            return message;
        }

        var start = error.Location.GetLineSpan().StartLinePosition;
        var line = tree.GetText().Lines[start.Line].ToString();
        var caret = new string([.. line.Take(start.Character).Select(letter => letter == '\t' ? '\t' : ' ')]) + "^";
        return $"{RecipePath.Show(tree.FilePath)}:{start.Line + 1}:{start.Character + 1}: {message}\n    {line}\n    {caret}";
    }
}

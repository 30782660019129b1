using NasEngine.Contracts;
using NasEngine.Host.Asking;
using NasEngine.Host.Retraining;
using NasEngine.Host.Worth;
using NasEngine.Pipeline.Retraining;
using NasEngine.Pipeline.Worth;

namespace NasEngine.Host.Composition;

/// <summary>The command that goes on with a search, ready to be pasted.</summary>
internal static class ResumeHint
{
    /// <summary>With the options that it needs where it is pasted.</summary>
    public static string Of(SearchSpec search, string workspace, IEnumerable<string> plugins, bool hasFailed = false) =>
        string.Concat(plugins
            .Select(file => $" --plugins {Quoted(file)}")
            .Prepend(workspace == CommonOptions.DefaultWorkspace ? "" : $" --workspace {Quoted(workspace)}")
            .Prepend(Of(search, hasFailed)));

    /// <summary>
    /// Without options. A search that is told what its trials measure goes on when somebody asks for one, if it has not failed.
    /// </summary>
    public static string Of(SearchSpec search, bool hasFailed = false) =>
        AskingPlugin.IsOf(search) && !hasFailed ? $"nas ask {search.Name}"
        : WorthName.Parse(search.Name) is { } worth ? WorthCommandLine.Of(worth)
        : RetrainName.Parse(search.Name) is { } retrained ? RetrainCommandLine.Of(retrained)
        : $"nas resume {search.Name}";

    private static string Quoted(string path) => path.Contains(' ', StringComparison.Ordinal) ? $"'{path}'" : path;
}

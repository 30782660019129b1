using NasEngine.Host.Retraining;
using NasEngine.Host.Worth;
using NasEngine.Pipeline.Retraining;
using NasEngine.Pipeline.Worth;

namespace NasEngine.Host.Composition;

/// <summary>The command that goes on with a search, ready to be pasted.</summary>
internal static class ResumeHint
{
    public static string Of(string search, string workspace, IEnumerable<string> plugins) => string.Concat(plugins
        .Select(file => $" --plugins {Quoted(file)}")
        .Prepend(workspace == CommonOptions.DefaultWorkspace ? "" : $" --workspace {Quoted(workspace)}")
        .Prepend(Command(search)));

    private static string Command(string search) =>
        WorthName.Parse(search) is { } worth ? WorthCommandLine.Of(worth)
        : RetrainName.Parse(search) is { } retrained ? RetrainCommandLine.Of(retrained)
        : $"nas resume {search}";

    private static string Quoted(string path) => path.Contains(' ', StringComparison.Ordinal) ? $"'{path}'" : path;
}

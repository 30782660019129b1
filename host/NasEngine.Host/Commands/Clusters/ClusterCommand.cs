using System.CommandLine;
using NasEngine.Cluster.Security;
using NasEngine.Host.Composition;
using NasEngine.Host.Output;

namespace NasEngine.Host.Commands.Clusters;

/// <summary><c>nas cluster</c>: what machines need to work together.</summary>
internal static class ClusterCommand
{
    private static readonly Option<string?> Folder = new("--dir")
    {
        Description = "Where they are written (default: ~/.config/nasengine/cluster, where other commands look).",
        HelpName = "DIR",
    };

    private static readonly Option<int> Days = new Option<int>("--days")
    {
        Description = "How long the machines' certificate is valid (default 365).",
        HelpName = "N",
        DefaultValueFactory = _ => 365,
    }.Within(1, 3650);

    public static Command Create()
    {
        var command = new Command("cluster", "Prepare machines that work for one search: init.");
        var init = new Command("init", "Make certificates, by which machines of a cluster know each other.") { Folder, Days };
        init.SetAction(Run);
        command.Subcommands.Add(init);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var folder = Path.GetFullPath(parsed.GetValue(Folder) ?? ClusterArguments.DefaultFolder);
        ClusterCertificates.Create(folder, parsed.GetValue(Days), TimeProvider.System);
        Screen.Of(parsed).Lines(
        [
            $"{Path.Combine(folder, ClusterCertificates.Authority)}      the authority: copy it to every machine",
            $"{Path.Combine(folder, ClusterCertificates.Node)}    what machines show, with its key: copy it to every machine",
            $"{Path.Combine(folder, ClusterCertificates.AuthorityKey)}  the authority's key: keep it here, or elsewhere in safety",
        ]);
        return ExitCode.Done;
    }
}

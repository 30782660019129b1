using System.CommandLine;
using NasEngine.Host.Composition;
using NasEngine.Host.Doctor;
using NasEngine.Host.Output;
using NasEngine.Pipeline.Journal;
using NasEngine.Pipeline.Workspaces;

namespace NasEngine.Host.Commands;

/// <summary><c>nas doctor</c>: what is missing or damaged, and what mends it.</summary>
internal static class DoctorCommand
{
    private static readonly Option<bool> Repair = new("--repair")
    {
        Description = "Cut a damaged journal back to its last sound event, the damaged file is kept beside it; fetch libtorch where it is "
            + "missing.",
    };

    public static Command Create()
    {
        var command = new Command(
            "doctor", "Check the machine, the plugins and the workspace; say what mends what is wrong.") { Repair, CommonOptions.Json };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        if (parsed.GetValue(Repair))
        {
            await FetchedNatives.EnsureAsync(cancellation).ConfigureAwait(false);
        }

        var workspace = parsed.GetValue(CommonOptions.Workspace)!;
        Finding[] findings =
        [
            .. MachineChecks.All(workspace),
            .. Checks.All(parsed.GetValue(CommonOptions.Plugins) ?? []),
            .. Journal(workspace, parsed.GetValue(Repair)),
        ];
        Screen.Of(parsed).Line(parsed.GetValue(CommonOptions.Json) ? DoctorJson.Of(findings) : DoctorText.Of(findings));

        return findings.All(finding => finding.Good) ? ExitCode.Done : ExitCode.BadInput;
    }

    private static IEnumerable<Finding> Journal(string workspace, bool repair)
    {
        if (!Directory.Exists(workspace))
        {
            return [new Finding("workspace", true, $"'{workspace}' does not exist yet")];
        }

        if (!repair && WorkspaceLock.IsHeld(workspace))
        {
            return [new Finding("workspace", true, $"'{workspace}' is in use; its journal is looked at when it is not")];
        }

        if (!repair && ReadOnlyWorkspace.Of(workspace) is { } readOnly)
        {
            return readOnly;
        }

        using var held = WorkspaceLock.Take(workspace);
        var report = JournalRepair.Run(workspace, repair, TimeProvider.System.GetUtcNow());
        var searches = report.Searches.Select(search => new Finding(
            $"search {search.Search}", search.Damage is null || repair,
            search.Damage is null ? $"{search.Kept} events, all sound" : $"{search.Kept} sound events, then {search.Damage}"));
        return report switch
        {
            { Damage: null } => searches,
            { DamagedCopy: { } copy } => [.. searches, Repaired(report, copy)],
            _ => [.. searches, new Finding(
                "journal", false, $"damaged ({report.Damage}); 'nas doctor --repair' cuts it back to what is sound")],
        };
    }

    private static Finding Repaired(RepairReport report, string copy)
    {
        var kept =
            $"cut back to what is sound (searches: {report.Searches.Count(search => search.Kept > 0)}, events: "
            + $"{report.Searches.Sum(search => search.Kept)})";
        return new Finding(
            "journal", report.Lost is null, $"{kept}{(report.Lost is null ? "" : $"; lost: {report.Lost}")}; the damaged one is '{copy}'");
    }
}

namespace NasEngine.Faults.Tests;

/// <summary>Plugins that are swapped in a running search, and kills after that. The new version decides as the old one does.</summary>
public sealed class PluginSwapTests
{
    /// <summary>The trials that all these searches end with.</summary>
    private static readonly Lazy<string[]> Undisturbed = new(() =>
    {
        using var sandbox = new Sandbox(Searches.Faulty("--set", "trials=2000", "--isolation", "inproc")).Finish();
        return [.. Trials(sandbox)];
    });

    [Theory]
    [InlineData("inproc")]
    [InlineData("process")]
    public void A_plugin_swapped_from_another_terminal_leaves_memory_and_a_search_killed_after_that_ends_the_same(string isolation)
    {
        using var folder = new Sandbox();
        var (plugin, patience) = (new PluginCopy(folder.Own), new Patience(folder.Own));
        using var sandbox = new Sandbox(Search(plugin, patience, "--isolation", isolation));
        using (var process = sandbox.Run())
        {
            process.Says("trial ").Should().BeTrue(process.Errors);
            plugin.Replace();
            using (var swap = sandbox.Start("plugins", "swap", "faults"))
            {
                swap.Exit().Should().Be(0, swap.Errors);
                swap.Output.Should().MatchRegex(@"^Plugin 'faults' was swapped after \d+ candidates; the old version is gone from memory\.\s$");
            }

            Signal.Send(process.Pid, Signal.Kill).Should().BeTrue("it still searches");
            process.Exit();
        }

        patience.End();
        using (var resumed = sandbox.Start("resume", "faulty", "--plugins", plugin.Manifest, "--isolation", isolation))
        {
            resumed.Exit().Should().Be(0, resumed.Errors);
        }

        Trials(sandbox).Should().Equal(Undisturbed.Value);
    }

    [Fact]
    public void A_watched_plugin_is_swapped_when_its_file_is_replaced_and_one_that_is_none_is_told_of()
    {
        using var folder = new Sandbox();
        var (plugin, patience) = (new PluginCopy(folder.Own), new Patience(folder.Own));
        using var sandbox = new Sandbox(Search(plugin, patience, "--isolation", "inproc", "--watch-plugins"));
        using (var process = sandbox.Run())
        {
            process.Says("trial ").Should().BeTrue(process.Errors);
            plugin.Replace();
            process.Says("Plugin 'faults' was swapped after ").Should().BeTrue(process.Said);
            plugin.Break();
            process.Says("Plugin 'faults' was not swapped, the old version goes on: ").Should().BeTrue(process.Said);

            patience.End();
            process.Exit().Should().Be(0, process.Errors);
        }

        Trials(sandbox).Should().Equal(Undisturbed.Value);
    }

    [Fact]
    public void A_swap_that_cannot_be_gets_one_sentence()
    {
        using var folder = new Sandbox();
        var (plugin, patience) = (new PluginCopy(folder.Own), new Patience(folder.Own));
        using var sandbox = new Sandbox(Search(plugin, patience, "--isolation", "inproc"));
        Refused(sandbox, "faults", "No search runs in the workspace");
        using var process = sandbox.Run();
        process.Says("trial ").Should().BeTrue(process.Errors);

        Refused(sandbox, "faults", "Plugin 'faults' was not swapped, the old version goes on: its files are those it runs on already.");
        Refused(sandbox, "fault", "Unknown plugin 'fault': did you mean 'faults'?");
        plugin.Break();
        Refused(sandbox, "faults", "is not a .NET assembly");
    }

    private static void Refused(Sandbox sandbox, string plugin, string reason)
    {
        using var swap = sandbox.Start("plugins", "swap", plugin);
        swap.Exit().Should().Be(2, swap.Said);
        swap.Errors.TrimEnd().Should().StartWith("nas: ").And.Contain(reason).And.NotContain("\n");
    }

    private static string[] Search(PluginCopy plugin, Patience patience, params string[] further) =>
        [Installation.Recipe("faulty.csx"), "--plugins", plugin.Manifest, .. patience.Parameters, .. further];

    private static IEnumerable<string> Trials(Sandbox sandbox) =>
        sandbox.Show("faulty", "--plugins", Searches.Plugin).Trials.Select(trial => trial!.ToJsonString());
}

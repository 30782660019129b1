namespace NasEngine.Faults.Tests;

/// <summary>Plugins whose files are replaced between two runs of a search, or during one.</summary>
public sealed class ReplacedPluginTests
{
    [Theory]
    [InlineData("run")]
    [InlineData("resume")]
    public void A_search_goes_on_with_a_replaced_plugin_only_when_the_user_agrees(string command)
    {
        using var undisturbed = new Sandbox(Searches.Faulty("--isolation", "inproc")).Finish();
        using var folder = new Sandbox();
        var plugin = new PluginCopy(folder.Own);
        string[] run =
        [
            Installation.Recipe("faulty.csx"), "--plugins", plugin.Manifest, "--isolation", "inproc",
            "--set", "strategyFault=throws", "--set", $"marker={Path.Combine(folder.Own, "marker")}",
        ];
        using var sandbox = new Sandbox(run);
        using (var failed = sandbox.Run())
        {
            failed.Exit().Should().Be(1, failed.Errors);
        }

        using (var unknown = sandbox.Start("resume", "faulty", "--isolation", "inproc"))
        {
            unknown.Exit().Should().Be(2, unknown.Errors);
            unknown.Errors.TrimEnd().Should().Be("nas: Search 'faulty' ran on plugin 'faults', which no manifest here names; give its manifest: --plugins FILE.");
        }

        plugin.Replace();
        string[] again = command == "run" ? ["run", .. run] : ["resume", "faulty", "--plugins", plugin.Manifest, "--isolation", "inproc"];
        using (var refused = sandbox.Start(again))
        {
            refused.Exit().Should().Be(2, refused.Errors);
            refused.Errors.TrimEnd().Should().StartWith("nas: Search 'faulty' ran on other files of plugin 'faults' (SHA-256 ")
                .And.EndWith("--accept-plugins.").And.NotContain("\n");
        }

        using (var accepted = sandbox.Start([.. again, "--accept-plugins"]))
        {
            accepted.Exit().Should().Be(0, accepted.Errors);
            accepted.Said.Should().Contain("plugin 'faults'");
        }

        Trials(sandbox, plugin.Manifest).Should().Equal(Trials(undisturbed, Searches.Plugin));
    }

    [Fact]
    public void A_worker_that_starts_after_a_plugin_was_replaced_runs_what_the_search_began_with()
    {
        using var folder = new Sandbox();
        var plugin = new PluginCopy(folder.Own);
        using var search = new GatedSearch { Manifest = plugin.Manifest };
        using (var process = search.RunToGate())
        {
            plugin.Break();
            process.Workers.Should().NotBeEmpty().And.OnlyContain(worker => Signal.Send(worker, Signal.Kill));

            search.Open();
            process.Exit().Should().Be(0, process.Errors);
            process.Said.Should().Contain("Attempt 1 of 3 at candidate 20 failed");
        }

        search.Differences().Should().Be(0);
    }

    private static IEnumerable<string> Trials(Sandbox sandbox, string manifest) =>
        sandbox.Show("faulty", "--plugins", manifest).Trials.Select(trial => trial!.ToJsonString());
}

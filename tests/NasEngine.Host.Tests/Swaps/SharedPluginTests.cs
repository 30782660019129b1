using NasEngine.Extensibility.Plugins;
using NasEngine.Host.Control;
using NasEngine.Host.Swaps;
using NasEngine.Host.Tests.Programs;
using NasEngine.Pipeline.Searches;
using NasEngine.Pipeline.Workspaces;
using NasEngine.Tests;

namespace NasEngine.Host.Tests.Swaps;

/// <summary>Searches that run side by side in one process and use the same plugin.</summary>
public sealed class SharedPluginTests : IDisposable
{
    private static readonly RunRequest Swap = new(RequestKind.Swap, "shared");

    private readonly TempFolder _folder = new();
    private readonly RunsHere _runs = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_is_not_swapped_and_the_answer_names_them_and_says_when_it_can_be()
    {
        using var one = _runs.Begin("one", plugin => plugin == "shared");
        using var other = _runs.Begin("other", plugin => plugin is "shared" or "its-own");
        var clock = new SteppedClock();
        var catalog = new PluginCatalog(new PluginCatalogOptions { Manifests = [], CacheFolder = _folder.Of("cache"), Shared = [] });
        await using var watcher = new RunWatcher(_folder.Path, "one", _runs, catalog, new SwapRequests(), () => { }, watch: false, clock);
        var requests = new RequestFolder(_folder.Path);
        var asked = requests.Ask(Swap);

        clock.Advance(TimeSpan.FromSeconds(1));

        (bool Good, string Sentence)? answer = null;
        SpinWait.SpinUntil(() => (answer = requests.TakeReply(asked)) is not null, TimeSpan.FromMinutes(3)).Should().BeTrue();
        answer.Should().Be((
            false, "Plugin 'shared' is used by 2 searches that run here side by side ('one', 'other'); it can be swapped when one alone runs."));
    }

    [Fact]
    public void The_one_that_runs_longest_answers_for_it_and_when_that_has_ended_the_other_uses_it_alone()
    {
        var one = _runs.Begin("one", plugin => plugin == "shared");
        using var other = _runs.Begin("other", plugin => plugin is "shared" or "its-own");

        _runs.Users("shared").Should().Equal("one", "other");
        _runs.Users("its-own").Should().Equal("other");
        _runs.Answers("one", Swap).Should().BeTrue();
        _runs.Answers("other", Swap with { Of = "its-own" }).Should().BeTrue();

        one.Dispose();
        _runs.Users("shared").Should().Equal("other");
        _runs.Answers("other", Swap).Should().BeTrue();
    }
}

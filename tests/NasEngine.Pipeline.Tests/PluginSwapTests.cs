using NasEngine.Contracts;
using NasEngine.Pipeline.Searches;
using NasEngine.Pipeline.Tests.Toys;
using NasEngine.Pipeline.Workers;
using NasEngine.Search;

namespace NasEngine.Pipeline.Tests;

/// <summary>Plugins that are swapped while a search runs.</summary>
public sealed class PluginSwapTests : IDisposable
{
    private readonly Workspace _workspace = Swappable();
    private Task<SwapAnswer?> _answer = Task.FromResult<SwapAnswer?>(null);

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData(WorkKind.Trials, 2)]
    [InlineData(WorkKind.SupernetSteps, 1)]
    public async Task A_new_version_that_decides_alike_goes_on_exactly_where_the_old_one_stood(WorkKind kind, int workers)
    {
        using var undisturbed = Swappable();
        await undisturbed.RunAsync(ToyParts.Spec(kind));
        _workspace.Settings = _workspace.Settings with { Workers = workers };
        SwapAt(_workspace, 12);

        await _workspace.RunAsync(ToyParts.Spec(kind));

        (await _answer)!.Result.Should().Be(SwapResult.Swapped);
        _workspace.Story().Should().Be(undisturbed.Story());
        (_workspace.Parts.Trained + _workspace.Newer.Next.Trained).Should().Be(40, "no step is repeated");
        _workspace.Newer.Next.Trained.Should().BeInRange(1, 27);
        Changes(_workspace).Should().Equal(new PluginChange("toys", "aa", "bb"));
    }

    [Theory]
    [InlineData(WorkKind.Trials)]
    [InlineData(WorkKind.SupernetSteps)]
    public async Task The_new_version_decides_from_then_on_and_only_from_then_on(WorkKind kind)
    {
        using var old = Swappable();
        await old.RunAsync(ToyParts.Spec(kind));
        _workspace.Newer.Next = new ToyParts { Version = 1 };
        SwapAt(_workspace, 12);

        await _workspace.RunAsync(ToyParts.Spec(kind));

        var (was, now) = (Proposals(old), Proposals(_workspace));
        now.Take(13).Should().Equal(was.Take(13));
        now.Skip(17).Should().NotEqual(was.Skip(17));
    }

    [Theory]
    [InlineData(WorkKind.Trials, "trials")]
    [InlineData(WorkKind.SupernetSteps, "steps")]
    public async Task A_strategy_that_works_for_another_is_swapped_with_it_and_takes_its_state(WorkKind kind, string owned)
    {
        var spec = ToyParts.Spec(kind) with { Strategy = new ComponentSpec("own", OptionBag.Empty) { Inner = [owned] } };
        using var undisturbed = Swappable();
        await undisturbed.RunAsync(ToyParts.Spec(kind));
        using var alike = Swappable();
        (alike.Parts, alike.Newer.Next) = (Owning(0), Owning(0));
        SwapAt(alike, 12);
        await alike.RunAsync(spec);
        (await _answer)!.Result.Should().Be(SwapResult.Swapped);
        (_workspace.Parts, _workspace.Newer.Next) = (Owning(0), Owning(1));
        SwapAt(_workspace, 12);

        await _workspace.RunAsync(spec);

        (await _answer)!.Result.Should().Be(SwapResult.Swapped);
        Proposals(alike).Should().Equal(Proposals(undisturbed));
        Proposals(_workspace).Take(13).Should().Equal(Proposals(undisturbed).Take(13));
        Proposals(_workspace).Skip(17).Should().NotEqual(Proposals(undisturbed).Skip(17));
    }

    [Theory]
    [InlineData(WorkKind.Trials)]
    [InlineData(WorkKind.SupernetSteps)]
    public async Task A_search_stopped_and_resumed_after_a_swap_ends_as_one_never_stopped(WorkKind kind)
    {
        using var unstopped = Swappable();
        unstopped.Newer.Next = new ToyParts { Version = 1 };
        SwapAt(unstopped, 12);
        await unstopped.RunAsync(ToyParts.Spec(kind));
        _workspace.Newer.Next = new ToyParts { Version = 1 };
        SwapAt(_workspace, 12);

        (await _workspace.RunAsync(ToyParts.Spec(kind), stopAt: 20)).Interrupted.Should().BeTrue();
        _workspace.Parts = new ToyParts { Version = 1 };
        _workspace.Plugins["toys"] = "bb";
        foreach (var at in new long[] { 21, 30 })
        {
            await _workspace.RunAsync(ToyParts.Spec(kind), stopAt: at);
        }

        await _workspace.RunAsync(ToyParts.Spec(kind));

        _workspace.Story().Should().Be(unstopped.Story());
    }

    [Theory]
    [InlineData("unreadable", "no plugin is in there.")]
    [InlineData("state", "the state is of another kind")]
    [InlineData("crash", "InvalidOperationException: out of its mind")]
    [InlineData("space", "its space 'toy' has other decisions than the one that the search began with.")]
    [InlineData("worker", "a worker does not start on the new version: it fell over")]
    [InlineData("estimator", "an option is gone")]
    public async Task A_new_version_that_does_not_fit_leaves_the_old_one_in_use_and_the_reason_is_told(string fault, string reason)
    {
        using var undisturbed = Swappable();
        await undisturbed.RunAsync(ToyParts.Spec());
        Break(_workspace.Newer, fault);
        SwapAt(_workspace, 12);

        var outcome = await _workspace.RunAsync(ToyParts.Spec());

        outcome.State.Phase.Should().Be(SearchPhase.Completed);
        (await _answer).Should().Be(new SwapAnswer(SwapResult.Refused, $"Plugin 'toys' was not swapped, the old version goes on: {reason}"));
        _workspace.Story().Should().Be(undisturbed.Story());
        _workspace.Observer.Notes.Should().ContainSingle(note => note.Contains(reason));
        _workspace.Newer.Dropped.Should().Be(fault == "unreadable" ? 0 : 1);
        Changes(_workspace).Should().BeEmpty();
    }

    [Fact]
    public async Task A_plugin_that_the_search_does_not_use_is_left_to_others()
    {
        using var undisturbed = Swappable();
        await undisturbed.RunAsync(ToyParts.Spec());
        SwapAt(_workspace, 12, "more");

        await _workspace.RunAsync(ToyParts.Spec());

        (await _answer).Should().Be(new SwapAnswer(SwapResult.NotInUse, "Search 'toy' does not use plugin 'more'."));
        _workspace.Story().Should().Be(undisturbed.Story());
        Changes(_workspace).Should().BeEmpty();
    }

    [Fact]
    public async Task A_swap_asked_for_while_the_winners_are_trained_is_refused()
    {
        SwapAt(_workspace, 41);
        var ask = _workspace.Parts.BeforeTraining!;
        _workspace.Parts.BeforeTraining = candidate =>
        {
            ask(candidate);
            _ = candidate.Number == 41 && _answer.Wait(TimeSpan.FromMinutes(1));
        };

        await _workspace.RunAsync(ToyParts.Spec() with { Final = new FinalSpec("toy", 2) });

        (await _answer)!.Sentence.Should().Be("Search 'toy' has chosen its winners; plugin 'toys' stays as it is until it ends.");
    }

    [Fact]
    public async Task Nobody_answers_when_no_search_runs() => (await _workspace.Swaps.AskAsync("toys")).Should().BeNull();

    private static Workspace Swappable() => new()
    {
        Plugins = { ["toys"] = "aa" },
        Settings = new RunSettings { Workers = 1, BackOff = TimeSpan.FromMilliseconds(1) },
    };

    /// <summary>Asks for a swap when a candidate is about to be trained.</summary>
    private void SwapAt(Workspace workspace, long number, string plugin = "toys") => workspace.Parts.BeforeTraining = candidate =>
    {
        if (candidate.Number == number)
        {
            _answer = workspace.Swaps.AskAsync(plugin);
            workspace.Newer.Asked.Wait(TimeSpan.FromMinutes(1));
        }
    };

    private static void Break(ToyPlugins plugins, string fault)
    {
        switch (fault)
        {
            case "unreadable":
                plugins.Unreadable = "no plugin is in there.";
                break;
            case "state":
                plugins.Next.OnRestore = () => throw new InputException("the state is of another kind");
                break;
            case "crash":
                plugins.Next.OnRestore = () => throw new InvalidOperationException("out of its mind");
                break;
            case "space":
                plugins.Next = new ToyParts { FirstDecision = "other" };
                break;
            case "worker":
                plugins.WorkerProblem = new WorkerLost("it fell over");
                break;
            case "estimator":
                plugins.WorkerProblem = new InputException("an option is gone");
                break;
        }
    }

    private static ToyParts Owning(int version) => new() { Version = version, OwnStrategy = setup => new ToyOwner(setup) };

    private static string[] Proposals(Workspace workspace) =>
        [.. workspace.Read().Candidates.Select(entry => string.Join(' ', entry.Candidate.Work.Architectures))];

    private static IEnumerable<PluginChange> Changes(Workspace workspace) => workspace.Read().PluginChanges;
}

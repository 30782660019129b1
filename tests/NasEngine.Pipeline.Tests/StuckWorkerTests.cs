using NasEngine.Pipeline.Searches;
using NasEngine.Pipeline.Tests.Toys;

namespace NasEngine.Pipeline.Tests;

/// <summary>Workers that live and do nothing, and what does not start at all.</summary>
public sealed class StuckWorkerTests : IDisposable
{
    private readonly Workspace _workspace = new();
    private readonly ManualResetEventSlim _never = new();

    public StuckWorkerTests() => _workspace.Settings = _workspace.Settings with { JobSilence = TimeSpan.FromMilliseconds(200) };

    public void Dispose()
    {
        _never.Set();
        _workspace.Dispose();
        _never.Dispose();
    }

    [Fact]
    public async Task A_job_that_says_nothing_for_too_long_is_lost_and_tried_again()
    {
        using var undisturbed = new Workspace();
        await undisturbed.RunAsync(ToyParts.Spec());
        var stuck = 0;
        _workspace.Parts.BeforeTraining = candidate => _ = candidate.Number == 7 && Interlocked.Exchange(ref stuck, 1) == 0 && Wait();

        await _workspace.RunAsync(ToyParts.Spec());

        _workspace.Story().Should().Be(undisturbed.Story());
        var lost = _workspace.Read().LostAttempts.Should().ContainSingle().Which;
        lost.Number.Should().Be(7);
        lost.Reason.Should().StartWith("It did not say how far its job is for");
    }

    [Fact]
    public async Task A_job_that_says_how_far_it_is_may_take_longer()
    {
        _workspace.Parts.OnTrain = (candidate, progress) =>
        {
            for (var part = 0; candidate.Number == 7 && part < 20; part++)
            {
                progress.Report("training", part, 20);
                _never.Wait(TimeSpan.FromMilliseconds(25));
            }
        };

        await _workspace.RunAsync(ToyParts.Spec());

        _workspace.Read().LostAttempts.Should().BeEmpty();
    }

    [Fact]
    public async Task A_worker_stuck_in_its_constructor_is_given_up_and_the_search_ends_with_a_sentence()
    {
        _workspace.Parts.BeforeCreate = () => _ = Wait();

        var outcome = await _workspace.RunAsync(ToyParts.Spec());

        outcome.State.Failure.Should().StartWith("No worker starts: It did not say how far its job is for");
    }

    [Fact]
    public async Task A_search_whose_actor_fails_to_start_ends_the_run_with_a_sentence()
    {
        var runner = new SearchRunner(
            _workspace.Folder, (_, _) => throw new InvalidOperationException("no such thing"), _workspace.Settings, NoObserver.Instance,
            TimeProvider.System);

        var act = () => runner.RunInMemoryAsync(
            PreparedSearch.From(ToyParts.Spec(), _workspace.Parts), new Journal.MemoryEventLog("toy"), CancellationToken.None);

        await act.Should().ThrowAsync<SearchFault>().WithMessage("The search's actor failed: no such thing").WaitAsync(TimeSpan.FromMinutes(1));
    }

    private bool Wait() => _never.Wait(TimeSpan.FromMinutes(5));
}

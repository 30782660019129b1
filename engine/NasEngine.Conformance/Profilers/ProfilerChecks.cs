using NasEngine.Contracts;

namespace NasEngine.Plugins.Conformance;

/// <summary>What the engine relies on in every profiler, on small networks on the processor. No time is compared with another.</summary>
public abstract class ProfilerChecks
{
    private readonly ToyNetworks _networks = new();

    /// <summary>Space of the architectures; <see cref="ToyNetworks"/> by default.</summary>
    protected virtual ISearchSpace Space => _networks;

    /// <summary>A fresh profiler.</summary>
    protected abstract IProfiler Create(EstimatorSetup setup);

    /// <summary>A check.</summary>
    [Check]
    public virtual void It_gives_a_positive_time_and_says_how_it_came_by_it()
    {
        using var profiler = Create(Setup(Space));
        for (var draw = 0; draw < 3; draw++)
        {
            var measured = profiler.Measure(Drawn(draw), CancellationToken.None);
            Must.Hold(measured.Milliseconds > 0 && double.IsFinite(measured.Milliseconds), $"a network takes {measured.Milliseconds} ms");
            Must.Hold(measured.Deviation >= 0 && double.IsFinite(measured.Deviation), $"the deviation is {measured.Deviation} ms");
            Must.Hold(measured.Runs >= 1, $"it says that it timed {measured.Runs} runs");
            Must.Hold(measured.Threads >= 1, $"it says that it used {measured.Threads} threads");
            Must.Hold(measured.Device.Length > 0, "it does not say on which device it measured");
        }
    }

    /// <summary>A check.</summary>
    [Check]
    public virtual void It_gives_up_when_it_is_told_to()
    {
        using var profiler = Create(Setup(Space));
        try
        {
            profiler.Measure(Drawn(0), new CancellationToken(canceled: true));
        }
        catch (OperationCanceledException)
        {
            return;
        }

        throw new NotConformingException("told to give up before it begins, it measures all the same: the search would wait for it");
    }

    /// <summary>A check.</summary>
    [Check]
    public virtual void A_space_that_it_cannot_run_is_refused_in_words()
    {
        var space = new ToySpace();
        try
        {
            using var profiler = Create(Setup(space));
            profiler.Measure(space.Decisions.Sample(RandomSource.For(1, 0, "conformance")), CancellationToken.None);
        }
        catch (Exception thrown) when (thrown is not InputException)
        {
            throw new NotConformingException(
                $"a space without networks makes it throw {thrown.GetType().Name}: {Clause.Of(thrown.Message)}; "
                + $"{nameof(InputException)} says it in words");
        }
        catch (InputException)
        {
            // In words. One that needs no networks may as well measure.
        }
    }

    private Architecture Drawn(int draw) => Space.Decisions.Sample(RandomSource.For(1, draw, "conformance"));

    /// <summary>What a profiler is made with.</summary>
    protected static EstimatorSetup Setup(ISearchSpace space) => new(space, null, 1, "cpu", 1, NoServices.Instance);
}

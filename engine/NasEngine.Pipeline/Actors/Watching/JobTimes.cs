namespace NasEngine.Pipeline.Actors;

/// <summary>
/// How long a worker may say nothing of its job: many times what any call of this search took, and never less than a fixed time.
/// Safe from several threads.
/// </summary>
internal sealed class JobTimes(TimeSpan least)
{
    private const int Factor = 20;

    private long _longest;

    /// <summary>The limit now.</summary>
    public TimeSpan Limit => TimeSpan.FromTicks(Math.Max(least.Ticks, Factor * Interlocked.Read(ref _longest)));

    /// <summary>A call took so long.</summary>
    public void Took(TimeSpan time)
    {
        for (var longest = Interlocked.Read(ref _longest); time.Ticks > longest;)
        {
            var before = Interlocked.CompareExchange(ref _longest, time.Ticks, longest);
            longest = before == longest ? time.Ticks : before;
        }
    }
}

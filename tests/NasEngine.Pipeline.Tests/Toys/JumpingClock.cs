namespace NasEngine.Pipeline.Tests.Toys;

/// <summary>A wall clock that is set forwards and backwards by days all the time. Time that passes is measured as ever.</summary>
internal sealed class JumpingClock : TimeProvider
{
    private int _asked;

    public override DateTimeOffset GetUtcNow() =>
        base.GetUtcNow().AddDays(Interlocked.Increment(ref _asked) * 37 % 101 - 50);
}

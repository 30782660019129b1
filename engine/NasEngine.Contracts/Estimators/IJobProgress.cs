namespace NasEngine.Contracts;

/// <summary>Where a running job says how far it is; also the sign that it is alive.</summary>
public interface IJobProgress
{
    /// <summary>Says that <paramref name="done"/> of <paramref name="total"/> parts are finished.</summary>
    /// <param name="stage">A short word: <c>training</c>, <c>evaluating</c>.</param>
    /// <param name="done">Parts finished.</param>
    /// <param name="total">Parts in all.</param>
    void Report(string stage, long done, long total);
}

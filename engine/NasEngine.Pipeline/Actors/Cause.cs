namespace NasEngine.Pipeline.Actors;

/// <summary>What a task failed with, without the wrapping of tasks.</summary>
internal static class Cause
{
    public static Exception Of(Exception problem) =>
        problem is AggregateException { InnerException: { } inner } ? Of(inner) : problem;
}

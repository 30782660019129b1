using Akka.Actor;

namespace NasEngine.Pipeline.Actors;

/// <summary>What went wrong, without the wrapping of tasks and actors.</summary>
internal static class Problems
{
    /// <summary>The innermost of wrapped exceptions.</summary>
    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(problem))]
    public static Exception? Root(Exception? problem) => problem switch
    {
        AggregateException { InnerException: { } inner } => Root(inner),
        ActorInitializationException { InnerException: { } inner } => Root(inner),
        System.Reflection.TargetInvocationException { InnerException: { } inner } => Root(inner),
        _ => problem,
    };
}

using NasEngine.Pipeline.Worth;

namespace NasEngine.Host.Worth;

/// <summary>How long a comparison takes.</summary>
/// <param name="Done">Trainings that are done.</param>
/// <param name="Left">Trainings that are not.</param>
/// <param name="SecondsOfOne">What one takes, by those that are done, else by the finals of the search.</param>
internal sealed record WorthForecast(int Done, int Left, double SecondsOfOne)
{
    public TimeSpan Time => TimeSpan.FromSeconds(Left * SecondsOfOne);

    /// <summary>The forecast of a plan of which so many trainings took so long.</summary>
    public static WorthForecast Of(WorthPlan plan, long done, double seconds) => new(
        (int)done, (int)(plan.Trainings - done), done > 0 ? seconds / done : plan.Subject.SecondsOfOne);
}

namespace NasEngine.Benchmarks.View;

/// <summary>A row of a benchmark whose goal is an upper bound.</summary>
internal static class GoalRow
{
    public static Dictionary<string, object> Of(string what, double value, double goal) =>
        new() { ["what"] = what, ["value"] = value, ["goal"] = goal, ["ratio"] = value / goal };
}

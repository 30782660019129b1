using System.Globalization;
using NasEngine.Host.Output;

namespace NasEngine.Host.Planning;

/// <summary>Plans for a machine.</summary>
internal static class PlanJson
{
    /// <summary>One object with all of them.</summary>
    public static string Of(IEnumerable<RunPlan> plans) => JsonText.Write(json =>
    {
        json.WriteStartArray("plans");
        foreach (var plan in plans)
        {
            json.WriteStartObject();
            json.WriteString("search", plan.Spec.Name);
            json.WriteString("state", plan.State);
            json.WriteString("space_size", plan.Size.ToString(CultureInfo.InvariantCulture));
            json.WriteNumber("workers", plan.Workers);
            json.WriteNumber("finals", plan.Finals);
            foreach (var (name, value) in Numbers(plan))
            {
                json.WritePropertyName(name);
                JsonText.Number(json, value ?? double.NaN);
            }

            json.WriteString("remark", plan.Times.Remark);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static IEnumerable<(string Name, double? Value)> Numbers(RunPlan plan) =>
    [
        ("trials", plan.Trials), ("steps", plan.Steps), ("largest_macs", plan.Macs), ("largest_params", plan.Parameters),
        ("seconds", plan.Time?.TotalSeconds), ("seconds_of_trial", plan.Times.Trial), ("seconds_of_step", plan.Times.Step),
        ("seconds_of_winner", plan.Times.Final), ("bytes", plan.Bytes),
    ];
}

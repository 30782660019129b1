using System.Text.Json;
using NasEngine.Contracts;

namespace NasEngine.Host.Output;

/// <summary>A search's definition as JSON.</summary>
internal static class SpecJson
{
    public static void Write(Utf8JsonWriter json, SearchSpec spec)
    {
        json.WriteStartObject("spec");
        Component(json, "space", spec.Space);
        Component(json, "strategy", spec.Strategy);
        Component(json, "data", spec.Data);
        Component(json, "estimator", spec.Estimator);
        Component(json, "final", spec.Final?.Estimator);
        Component(json, "profiler", spec.Profiler);
        Component(json, "cost_model", spec.Costs);
        json.WriteNumber("finalists", spec.Final?.Count ?? 0);
        json.WriteNumber("final_seeds", spec.Final?.Seeds ?? 1);
        Objective(json, spec.Objective);
        FrontJson.Axes(json, spec.Objective.Axes);
        Budget(json, spec.Budget);
        json.WriteNumber("seed", spec.Seed);
        json.WriteNumber("window", spec.Window);
        json.WriteBoolean("deterministic", spec.Deterministic);
        json.WriteString("device", spec.Device);
        json.WriteNumber("threads", spec.Threads);
        Places(json, spec.Places);
        json.WriteEndObject();
    }

    /// <summary>Tags by what they are for; nothing where any machine will do.</summary>
    private static void Places(Utf8JsonWriter json, WorkPlaces places)
    {
        json.WriteStartObject("on");
        foreach (var (name, tags) in PlacesText.Of(places))
        {
            json.WriteStartArray(name);
            foreach (var tag in tags.All)
            {
                json.WriteStringValue(tag);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Objective(Utf8JsonWriter json, ObjectiveSpec spec)
    {
        switch (spec)
        {
            case OfferedObjective offered:
                Component(json, "objective", offered.Component);
                Targets(json, offered);
                break;
            case Objective product:
                json.WriteString(product.Direction == Direction.Maximize ? "maximize" : "minimize", product.Metric);
                Costs(json, product);
                break;
        }
    }

    private static void Targets(Utf8JsonWriter json, OfferedObjective objective)
    {
        json.WriteStartArray("targets");
        foreach (var target in objective.Targets)
        {
            json.WriteStartObject();
            json.WriteString("metric", target.Metric);
            json.WriteNumber("target", target.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Costs(Utf8JsonWriter json, Objective objective)
    {
        json.WriteStartArray("costs");
        foreach (var cost in objective.Costs)
        {
            json.WriteStartObject();
            json.WriteString("metric", cost.Metric);
            json.WriteNumber("target", cost.Target);
            json.WriteNumber("below", cost.Below);
            json.WriteNumber("above", cost.Above);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Limits by name; one that is not there limits nothing.</summary>
    private static void Budget(Utf8JsonWriter json, Budget budget)
    {
        var limits = new (string Name, double? Value)[]
        {
            ("candidates", budget.Candidates < Contracts.Budget.Unlimited ? budget.Candidates : null), ("trials", budget.Trials),
            ("steps", budget.Steps), ("epochs", budget.Epochs), ("virtual_seconds", budget.VirtualSeconds),
            ("seconds", budget.Time?.TotalSeconds),
        };
        json.WriteStartObject("budget");
        foreach (var (name, value) in limits.Where(limit => limit.Value is not null))
        {
            json.WriteNumber(name, value!.Value);
        }

        if (budget.Goal is { } goal)
        {
            json.WriteString("stop_at", goal.ToString());
        }

        json.WriteEndObject();
    }

    private static void Component(Utf8JsonWriter json, string name, ComponentSpec? component)
    {
        if (component is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        Component(json, component);
        json.WriteEndObject();
    }

    private static void Component(Utf8JsonWriter json, ComponentSpec component)
    {
        json.WriteString("id", component.Id);
        foreach (var (key, value) in component.Options.Values)
        {
            json.WriteString(key, value);
        }

        if (component.Inner.IsEmpty)
        {
            return;
        }

        json.WriteStartArray("parts");
        foreach (var inner in component.Inner)
        {
            json.WriteStartObject();
            Component(json, inner);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

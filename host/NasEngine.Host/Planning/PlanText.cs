using System.Globalization;
using NasEngine.Host.Composition;
using NasEngine.Host.Display;

namespace NasEngine.Host.Planning;

/// <summary>A plan in words. Pure: tested as text.</summary>
internal static class PlanText
{
    /// <summary>Its lines.</summary>
    public static IEnumerable<string> Of(RunPlan plan)
    {
        var state = plan.State is { } known ? $", the workspace has it {known}" : "";
        yield return $"Plan of search '{plan.Spec.Name}'; nothing of it is run{state}:";
        yield return $"  space   {plan.Spec.Space.Id}: {Size(plan)} architectures{Largest(plan)}";
        yield return $"  work    {Work(plan)}";
        yield return $"  time    {Time(plan)}";
        yield return $"  disk    about {ProgressLine.Count(plan.Bytes)}B";
        if (DirectionText.Of(plan.Spec) is { } note)
        {
            yield return $"  note    {note}";
        }
    }

    private static string Size(RunPlan plan) => plan.Size < 1_000_000
        ? plan.Size.ToString("N0", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"10^{System.Numerics.BigInteger.Log10(plan.Size):0.#}");

    private static string Largest(RunPlan plan)
    {
        var parameters = plan.Parameters is { } most ? $" and {ProgressLine.Count(most)} parameters" : "";
        return plan.Macs is { } macs ? $", of up to {ProgressLine.Count(macs)} MACs{parameters}" : "";
    }

    private static string Work(RunPlan plan)
    {
        var limits = BudgetText.Limits(plan.Spec.Budget);
        var side = plan.Workers > 1 ? Text($", {plan.Workers} at once") : "";
        var finals = plan.Finals == 0 ? "" : Text($"; then {plan.Finals} winner{(plan.Finals > 1 ? "s" : "")}{Seeds(plan)}");
        return $"{plan.Spec.Strategy.Id}: {limits}{side}{finals}";
    }

    private static string Seeds(RunPlan plan) => plan.Spec.Final is { Seeds: > 1 and var seeds } ? Text($" from {seeds} seeds each") : "";

    private static string Time(RunPlan plan)
    {
        var parts = new[]
        {
            Each("step", plan.Times.Step), Each("trial", plan.Times.Trial), Each("winner", plan.Times.Final),
        }.OfType<string>();
        var measured = string.Join(", ", parts);
        var whole = plan.Time is { } time ? $"about {Span(time)}" : "not known";
        var remark = plan.Times.Remark is { } said ? $"; {said}" : "";
        return $"{whole}{(measured.Length > 0 ? $" ({measured}, measured now)" : "")}{remark}";
    }

    private static string? Each(string what, double? seconds) =>
        seconds is { } each ? $"{Span(TimeSpan.FromSeconds(each))} for a {what}" : null;

    private static string Span(TimeSpan time) => time.TotalSeconds >= 10
        ? ProgressLine.Duration(time)
        : time.TotalSeconds >= 1 ? Text($"{time.TotalSeconds:0.0}s") : Text($"{time.TotalMilliseconds:0.##}ms");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

using System.Text.Json;
using NasEngine.Contracts;
using NasEngine.Contracts.Recipes;
using NasEngine.Host.Output;
using NasEngine.Pipeline.Worth;

namespace NasEngine.Host.Worth;

/// <summary>
/// The object that <c>nas worth --json</c> ends with, and that <c>result.json</c> and <c>nas show --json</c> have as <c>worth</c>.
/// </summary>
internal static class WorthJson
{
    /// <summary>One line of JSON.</summary>
    public static string Of(SearchWorth worth) => JsonText.Write(json => Members(json, worth));

    /// <summary>A plan on one line of JSON.</summary>
    public static string Of(WorthPlan plan, WorthForecast forecast) => JsonText.Write(json =>
    {
        json.WriteString("search", plan.Name.Search);
        json.WriteString("comparison", plan.Spec.Name);
        Band(json, plan.Band);
        json.WriteNumber("asked", plan.Name.Against);
        json.WriteNumber("trainings", plan.Trainings);
        json.WriteNumber("done", forecast.Done);
        json.WriteNumber("seconds_of_one", Math.Round(forecast.SecondsOfOne, 3));
        json.WriteNumber("seconds_left", Math.Round(forecast.Time.TotalSeconds, 3));
    });

    /// <summary>The member <c>worth</c>; null where nothing is known of it.</summary>
    public static void Write(Utf8JsonWriter json, SearchWorth? worth)
    {
        json.WritePropertyName("worth");
        if (worth is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        Members(json, worth);
        json.WriteEndObject();
    }

    private static void Members(Utf8JsonWriter json, SearchWorth worth)
    {
        json.WriteString("search", worth.Search);
        json.WriteString("comparison", worth.Comparison);
        json.WriteString("metric", worth.Metric.Metric);
        json.WriteString("direction", worth.Metric.Direction == Direction.Maximize ? "maximize" : "minimize");
        json.WriteStartObject("winner");
        json.WriteString("architecture", worth.Winner.Text);
        json.WriteString("id", worth.Winner.Architecture.Id);
        json.WriteNumber("value", worth.Winner.Metrics[worth.Metric.Metric]);
        json.WriteEndObject();
        Band(json, worth.Band);
        json.WriteNumber("asked", worth.Asked);
        Random(json, worth);
        Standing(json, worth.Standing);
        Compute(json, worth.SameCompute);
    }

    private static void Band(Utf8JsonWriter json, CostBand band)
    {
        json.WriteStartObject("band");
        json.WriteString("metric", band.Metric);
        json.WriteNumber("low", band.Low);
        json.WriteNumber("high", band.High);
        json.WriteString("around", band.Around == BandAround.Limit ? "limit" : "winner");
        json.WriteNumber("low_share", band.Shares.Low);
        json.WriteNumber("high_share", band.Shares.High);
        json.WriteEndObject();
    }

    private static void Random(Utf8JsonWriter json, SearchWorth worth)
    {
        json.WriteStartObject("random_architectures");
        json.WriteNumber("count", worth.Random.Values.Length);
        json.WriteNumber("failed", worth.Failed);
        json.WriteNumber("min", worth.Random.Min);
        json.WriteNumber("mean", worth.Random.Mean);
        json.WriteNumber("median", worth.Random.Median);
        json.WriteNumber("max", worth.Random.Max);
        json.WriteNumber("std", worth.Random.Deviation);
        json.WriteStartArray("values");
        foreach (var value in worth.Random.Values)
        {
            json.WriteNumberValue(value);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Standing(Utf8JsonWriter json, Standing standing)
    {
        json.WriteNumber("beaten", standing.Beaten);
        json.WriteNumber("tied", standing.Tied);
        json.WriteNumber("percentile", 100 * standing.Share);
        json.WriteStartArray("percentile_interval");
        json.WriteNumberValue(100 * standing.Low);
        json.WriteNumberValue(100 * standing.High);
        json.WriteEndArray();
        json.WriteString("interval", "wilson 95%");
        json.WriteString("verdict", standing.Verdict switch
        {
            Verdict.Better => "better",
            Verdict.Worse => "worse",
            _ => "no better",
        });
        json.WriteNumber("gain", standing.Gain);
        json.WriteNumber("gain_standard_error", standing.GainError);
    }

    private static void Compute(Utf8JsonWriter json, SameCompute compute)
    {
        json.WriteStartObject("same_compute");
        json.WriteNumber("search_seconds", Math.Round(compute.SearchSeconds, 3));
        json.WriteNumber("training_seconds", Math.Round(compute.TrainingSeconds, 3));
        json.WriteNumber("trainings", compute.Trainings);
        json.WriteNumber("expected_best", compute.ExpectedBest);
        json.WriteBoolean("is_least", compute.IsLeast);
        json.WriteEndObject();
    }
}

using NasEngine.Host.Display;

namespace NasEngine.Host.Output;

/// <summary>Where a search is, as a line of JSON.</summary>
internal static class WatchJson
{
    /// <summary>The line.</summary>
    /// <param name="state">Its state in a word.</param>
    /// <param name="picture">What there is to see; its state is known.</param>
    public static string Of(string state, Picture picture) => JsonText.Write(json =>
    {
        var now = picture.State!;
        json.WriteString("search", now.Spec.Name);
        json.WriteString("state", state);
        json.WriteNumber("measured", now.ObservedCount);
        json.WritePropertyName("budget");
        JsonText.Number(json, now.Spec.Budget.Candidates < Contracts.Budget.Unlimited ? now.Spec.Budget.Candidates : double.NaN);
        json.WriteNumber("failed", now.Failures.Count);
        json.WriteString("best", now.Leaders.IsEmpty ? null : picture.Format(now.Leaders[0].Architecture));
        json.WritePropertyName("score");
        JsonText.Number(json, now.Leaders.IsEmpty ? double.NaN : now.Leaders[0].Score);
        json.WritePropertyName("per_second");
        JsonText.Number(json, picture.PerSecond ?? double.NaN);
        json.WritePropertyName("seconds_left");
        JsonText.Number(json, picture.Left?.TotalSeconds ?? double.NaN);
        json.WriteString("doing", picture.Doing);
        json.WriteString("failure", now.Failure);
    });
}

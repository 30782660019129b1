using System.Globalization;
using System.Text;
using NasEngine.Datasets;

namespace NasEngine.Host.Commands.Datasets;

/// <summary>What is in data, for people.</summary>
internal static class DataCheckText
{
    /// <summary>The lines.</summary>
    public static string Of(DataCheck check, PictureScan? scan)
    {
        var text = new StringBuilder();
        var (channels, height, width) = check.Shape;
        Line(
            $"{check.Name}: {check.Train} examples to train on, {check.Validation} for validation, {check.Test} for the test, of "
            + $"{channels}×{height}×{width}");
        if (scan is not null)
        {
            Line(
                $"files: {scan.Pictures} pictures of {scan.Smallest.Width}×{scan.Smallest.Height} to "
                + $"{scan.Largest.Width}×{scan.Largest.Height} pixels, all readable");
        }

        if (!check.Classes.IsEmpty)
        {
            var wide = check.Classes.Max(one => one.Name.Length);
            Line($"{check.Classes.Length} classes{(check.Validation == 0 ? " (train, test)" : " (train, validation, test)")}:");
            foreach (var one in check.Classes)
            {
                Line($"  {one.Name.PadRight(wide)} {one.Train,7}{(check.Validation == 0 ? "" : $" {one.Validation,7}")} {one.Test,7}");
            }
        }

        Line(
            $"there twice: {check.Twice} in training; {check.AcrossParts} of validation and test are in training "
            + $"too{(check.Contradicting == 0 ? "" : $"; {check.Contradicting} of these are of two classes")}");
        Line($"SHA-256: {check.Hash}");
        foreach (var remark in check.Remarks)
        {
            Line($"{remark}");
        }

        return text.ToString().TrimEnd('\n');

        void Line(string line) => text.Append(line).Append('\n');
    }
}

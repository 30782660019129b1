using NasEngine.Contracts;
using NasEngine.Host.Exports;
using NasEngine.Host.Output;
using NasEngine.Pipeline.Retraining;

namespace NasEngine.Host.Retraining;

/// <summary>What was trained again, on the terminal.</summary>
internal static class RetrainPrinting
{
    /// <summary>What came of one, beside its trial and the winner.</summary>
    public static void Print(RetrainAnswer answer)
    {
        var (retrained, history) = (answer.Retrained, answer.Summary.History);
        var rows = new List<(string, IReadOnlyDictionary<string, double>)> { ("trained again", retrained.Metrics) };
        if (answer.InSearch is { } trial)
        {
            rows.Add(("in the search", trial));
        }

        if (answer.Winner is { } winner)
        {
            rows.Add(("the winner", winner));
        }

        Print(rows);
        Console.WriteLine($"{RetrainText.Title(retrained.Name, retrained.Architecture, [])}: {answer.Summary.Found[0].Text}");
        foreach (var overrun in Overrun.Of(history.Header.Spec.Objective, retrained.Metrics))
        {
            Console.WriteLine($"It is {overrun}");
        }

        Console.WriteLine($"Its model: nas export {ExportSubject.CommandOf(retrained.Name)} --to FILE.onnx");
        Console.WriteLine($"Results: {answer.Summary.Folder}");
    }

    /// <summary>All that was trained again of a search; nothing where nothing was.</summary>
    public static void Print(IReadOnlyList<Retrained> retrained, IReadOnlyList<Architecture> winners)
    {
        if (retrained.Count > 0)
        {
            Console.WriteLine("Trained again:");
            Print(RetrainText.Rows(retrained, winners));
        }
    }

    private static void Print(IReadOnlyList<(string Title, IReadOnlyDictionary<string, double> Metrics)> rows)
    {
        var (heads, figures) = RetrainText.Table(rows);
        FigureTable.Print(heads, figures);
    }
}

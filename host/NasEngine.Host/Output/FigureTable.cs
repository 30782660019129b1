using Spectre.Console;

namespace NasEngine.Host.Output;

/// <summary>
/// A table of figures on the terminal, each on a line: where it is narrow the last columns are left out, and that is said. What is no
/// terminal gets all of them.
/// </summary>
internal static class FigureTable
{
    private const int Padding = 3;

    /// <summary>Prints it.</summary>
    /// <param name="heads">Heads; the first column is of names, the others of figures, the most wanted first.</param>
    /// <param name="rows">Cells by row.</param>
    public static void Print(IReadOnlyList<string> heads, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var fitting = Console.IsOutputRedirected ? heads.Count : Fitting(heads, rows, AnsiConsole.Profile.Width);
        var table = new Table().Border(TableBorder.Rounded).AddColumn(new TableColumn(heads[0]).NoWrap());
        foreach (var head in heads.Take(fitting).Skip(1))
        {
            table.AddColumn(new TableColumn(head).RightAligned());
        }

        foreach (var row in rows)
        {
            table.AddRow([.. row.Take(fitting).Select(cell => new Text(cell))]);
        }

        AnsiConsole.Write(table);
        if (fitting < heads.Count)
        {
            Console.WriteLine($"No room here for {string.Join(", ", heads.Skip(fitting))}.");
        }
    }

    /// <summary>How many columns stand beside each other, at least two.</summary>
    /// <param name="heads">Heads.</param>
    /// <param name="rows">Cells by row.</param>
    /// <param name="width">Columns of the terminal.</param>
    public static int Fitting(IReadOnlyList<string> heads, IReadOnlyList<IReadOnlyList<string>> rows, int width)
    {
        var (used, count) = (1, 0);
        foreach (var column in heads.Select((head, column) => rows.Select(row => row[column].Length).Append(head.Length).Max()))
        {
            used += column + Padding;
            if (used > width && count >= 2)
            {
                break;
            }

            count++;
        }

        return count;
    }
}

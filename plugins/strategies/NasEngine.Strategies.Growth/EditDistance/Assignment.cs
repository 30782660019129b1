namespace NasEngine.Strategies.Growth.EditDistance;

/// <summary>
/// The assignment problem by shortest augmenting paths with potentials (the Hungarian method, Kuhn, 1955), O(rows²·columns).
/// </summary>
internal static class Assignment
{
    /// <summary>The least sum of costs that gives every row a column of its own.</summary>
    /// <param name="costs">Rows × columns, at least as many columns as rows.</param>
    public static double Least(double[,] costs)
    {
        var (rows, columns) = (costs.GetLength(0), costs.GetLength(1));
        var (ofRow, ofColumn, rowAt) = (new double[rows + 1], new double[columns + 1], new int[columns + 1]);
        for (var row = 1; row <= rows; row++)
        {
            Augment(row);
        }

        return Enumerable.Range(1, columns).Where(column => rowAt[column] > 0).Sum(column => costs[rowAt[column] - 1, column - 1]);

        // Column 0 stands for the row that is to be placed.
        void Augment(int placed)
        {
            var (least, from, done) = (new double[columns + 1], new int[columns + 1], new bool[columns + 1]);
            Array.Fill(least, double.PositiveInfinity);
            rowAt[0] = placed;
            var column = 0;
            while (rowAt[column] > 0)
            {
                column = Advance(column, least, from, done);
            }

            for (; column > 0; column = from[column])
            {
                rowAt[column] = rowAt[from[column]];
            }
        }

        int Advance(int column, double[] least, int[] from, bool[] done)
        {
            done[column] = true;
            var (row, next, step) = (rowAt[column], 0, double.PositiveInfinity);
            for (var other = 1; other <= columns; other++)
            {
                if (done[other])
                {
                    continue;
                }

                var reduced = costs[row - 1, other - 1] - ofRow[row] - ofColumn[other];
                (least[other], from[other]) = reduced < least[other] ? (reduced, column) : (least[other], from[other]);
                (step, next) = least[other] < step ? (least[other], other) : (step, next);
            }

            for (var other = 0; other <= columns; other++)
            {
                ofRow[rowAt[other]] += done[other] ? step : 0;
                ofColumn[other] -= done[other] ? step : 0;
                least[other] -= done[other] ? 0 : step;
            }

            return next;
        }
    }
}

using System.Numerics.Tensors;

namespace NasEngine.Strategies.Learned;

/// <summary>
/// Layers of <see cref="LstmCell"/>s that read tokens, each a row of a table of embeddings. The parameters are a range of one list:
/// the embeddings token by token, then the cells from the first layer on.
/// </summary>
internal sealed class TokenLstm
{
    private readonly int _start;
    private readonly int _width;
    private readonly LstmCell[] _cells;

    /// <summary>A network of so many layers of so many units; embeddings are as wide as a layer.</summary>
    public TokenLstm(int start, int tokens, int layers, int units)
    {
        (_start, _width) = (start, units);
        _cells = new LstmCell[layers];
        var next = start + tokens * units;
        for (var layer = 0; layer < layers; layer++)
        {
            _cells[layer] = LstmCell.At(next, units, units);
            next += _cells[layer].Gates.Count;
        }

        End = next;
    }

    /// <summary>Behind its last parameter.</summary>
    public int End { get; }

    /// <summary>Reads a token: what each layer computed, after what it computed for the token before (null for none).</summary>
    public LstmStep[] Read(ReadOnlySpan<double> parameters, int token, LstmStep[]? before)
    {
        var steps = new LstmStep[_cells.Length];
        var x = parameters.Slice(_start + token * _width, _width);
        for (var layer = 0; layer < steps.Length; layer++)
        {
            steps[layer] = _cells[layer].Forward(parameters, x, before?[layer]);
            x = steps[layer].Hidden;
        }

        return steps;
    }

    /// <summary>Adds the gradient of what was computed from the last layer's h after each token, given the gradients by these.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="tokens">The tokens, in order.</param>
    /// <param name="steps">What was computed for each.</param>
    /// <param name="dHidden">The gradient by h of the last layer after each token; null for zeros.</param>
    /// <param name="gradient">As long as the parameters.</param>
    public void Backward(
        ReadOnlySpan<double> parameters,
        IReadOnlyList<int> tokens,
        IReadOnlyList<LstmStep[]> steps,
        double[]?[] dHidden,
        Span<double> gradient)
    {
        var later = _cells.Select(_ => (Hidden: new double[_width], Cell: new double[_width])).ToArray();
        for (var place = tokens.Count - 1; place >= 0; place--)
        {
            var above = dHidden[place];
            for (var layer = _cells.Length - 1; layer >= 0; layer--)
            {
                var hidden = later[layer].Hidden;
                if (above is not null)
                {
                    TensorPrimitives.Add<double>(hidden, above, hidden);
                }

                var back = _cells[layer].Backward(parameters, steps[place][layer], hidden, later[layer].Cell, gradient);
                (above, later[layer]) = (back.Input, (back.Hidden, back.Cell));
            }

            var row = gradient.Slice(_start + tokens[place] * _width, _width);
            TensorPrimitives.Add(row, above, row);
        }
    }
}

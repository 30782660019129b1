using System.Collections.Immutable;
using System.Globalization;
using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Spaces.FBNetV2;

/// <summary>
/// A run of blocks that share their choices: a row, or one block of a row. Its decisions are channels, expansion,
/// kernel, activation, splits and bits, in this order, those with one choice left out.
/// </summary>
internal sealed class Layer
{
    private readonly FBNetV2Options _options;
    private readonly MacroRow _row;
    private readonly string _stage;
    private readonly string _group;
    private readonly int _firstBlock;
    private readonly int _blocks;
    private readonly int _channels, _expansion, _kernel, _activation, _splits, _bits;

    public Layer(FBNetV2Options options, int row, int firstBlock, int blocks, List<Decision> decisions)
    {
        _options = options;
        _row = options.Macro.Rows[row];
        _stage = string.Create(CultureInfo.InvariantCulture, $"stage{row + 1}");
        _firstBlock = firstBlock;
        _blocks = blocks;
        _group = options.PerBlock ? $"{_stage}.block{firstBlock + 1}" : _stage;
        _channels = Add("channels", "c", _row.Channels, true);
        _expansion = Add("expansion", "e", _row.Expansions, true);
        _kernel = Add("kernel", "k", options.Kernels, true);
        _activation = Add("activation", "", [.. options.Activations.Select(kind => kind.Name())], false);
        _splits = Add("splits", "s", options.Splits, true);
        _bits = Add("bits", "b", options.Bits, true);

        int Add<T>(string name, string prefix, ImmutableArray<T> choices, bool ordered)
        {
            if (choices.Length < 2)
            {
                return -1;
            }

            decisions.Add(new Decision(
                $"{_group}.{name}", [.. choices.Select(choice => string.Create(CultureInfo.InvariantCulture, $"{prefix}{choice}"))])
            {
                Group = _group,
                Ordered = ordered,
            });
            return decisions.Count - 1;
        }
    }

    /// <summary>
    /// The layer as segments of the chain: the first block, which sees any input, and the rest, whose input has the layer's
    /// own channels.
    /// </summary>
    public IEnumerable<ChainSegment> Segments
    {
        get
        {
            ImmutableArray<int> decisions =
                [.. new[] { _channels, _expansion, _kernel, _splits, _bits }.Where(number => number >= 0)];
            ImmutableArray<int> uncounted = _activation >= 0 ? [_activation] : [];
            yield return new ChainSegment(decisions, (map, values) => AddTo(map, values, _firstBlock, 1)) { Uncounted = uncounted };
            if (_blocks > 1)
            {
                yield return new ChainSegment(
                    decisions, (map, values) => AddTo(map, values, _firstBlock + 1, _blocks - 1)) { Uncounted = uncounted };
            }
        }
    }

    /// <summary>Adds the blocks with all their choices at once.</summary>
    public MaskedMap AddMixture(MaskedMap input)
    {
        var choices = new MixtureChoices(
            By("channels", _row.Channels, width => width), By("expansion", _row.Expansions, null), By("kernel", _options.Kernels, null),
            By("activation", _options.Activations, null), By("splits", _options.Splits, null));
        for (var i = _firstBlock; i < _firstBlock + _blocks; i++)
        {
            var block = new MixtureBlock(_options, _row, choices, i == 0 ? _row.Stride : 1);
            var here = input with { Map = input.Map.At(_stage, string.Create(CultureInfo.InvariantCulture, $"block{i + 1}")) };
            input = Resolutions.Through(here, block.AddTo);
        }

        return input;

        Selection By<T>(string name, ImmutableArray<T> values, Func<T, int>? number)
        {
            var entries = values.Select((value, index) => number?.Invoke(value) ?? index);
            return values.Length < 2 ? Selection.Fixed(entries.First()) : Selection.By($"{_group}.{name}", entries);
        }
    }

    private FeatureMap AddTo(FeatureMap map, ReadOnlySpan<int> values, int first, int blocks)
    {
        var block = Choose(values);
        map = map.InBits(block.Bits);
        for (var i = first; i < first + blocks; i++)
        {
            map = map.At(_stage, string.Create(CultureInfo.InvariantCulture, $"block{i + 1}"));
            map = block.Describe(map.Shape.Channels, i == 0 ? _row.Stride : 1, _options.Macro.Divisor).AddTo(map);
        }

        return map.InBits(Convolution.FloatBits);
    }

    private Block Choose(ReadOnlySpan<int> values) => new(
        Pick(_row.Channels, _channels, values),
        Pick(_row.Expansions, _expansion, values),
        Pick(_options.Kernels, _kernel, values),
        Pick(_options.Activations, _activation, values),
        Pick(_options.Splits, _splits, values),
        Pick(_options.Bits, _bits, values));

    private static T Pick<T>(ImmutableArray<T> choices, int decision, ReadOnlySpan<int> values) =>
        choices[decision < 0 ? 0 : values[decision]];
}

using System.Globalization;

namespace NasEngine.Contracts.Recipes;

/// <summary>What candidates are validated on.</summary>
public sealed partial class RecipeSearch
{
    private OptionBag _validation = OptionBag.Empty;

    /// <summary>
    /// Sizes of the validation, for the estimator that suits the strategy: options of it that <see cref="Training"/> takes too, of which
    /// one of both is given.
    /// </summary>
    /// <param name="heldOut">Share of the training examples that candidates are validated on and never trained on, in (0, 1).</param>
    /// <param name="batchSize">Examples of a validation batch of a supernet's step, at least 1.</param>
    /// <exception cref="InputException">Neither is given, or one is out of range.</exception>
    /// <example><code>.Validate(heldOut: 0.2)</code></example>
    public RecipeSearch Validate(double? heldOut = null, int? batchSize = null)
    {
        if (heldOut is not > 0 and not null || heldOut is >= 1 || batchSize is < 1 || (heldOut is null && batchSize is null))
        {
            throw new InputException(
                $"What search '{_name}' is validated on must be a share between 0 and 1, or a batch of 1 example at least: "
                + ".Validate(heldOut: 0.2) or .Validate(batchSize: 256).") { Word = ".Validate(" };
        }

        var sizes = heldOut is { } share ? _validation.With("heldOut", share.ToString(CultureInfo.InvariantCulture)) : _validation;
        return Set(
            ref _validation,
            batchSize is { } size ? sizes.With("validationBatchSize", size.ToString(CultureInfo.InvariantCulture)) : sizes);
    }

    private OptionBag Trained() => _validation.Values.Aggregate(_training, (bag, pair) => _training.Values.ContainsKey(pair.Key)
        ? throw new InputException(
            $"Search '{_name}' says '{pair.Key}' by .Validate and by .Training; say it by one of them.") { Word = ".Validate(" }
        : bag.With(pair.Key, pair.Value));
}

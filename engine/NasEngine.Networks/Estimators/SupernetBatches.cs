using NasEngine.Contracts;
using TorchSharp;

namespace NasEngine.Networks;

/// <summary>The batches of a supernet's training, each a function of the seed and its number.</summary>
internal sealed class SupernetBatches : IDisposable
{
    private readonly DataSplit _split;
    private readonly ImageStore _images;
    private readonly BatchOrder _training;
    private readonly BatchOrder _validation;
    private readonly Lazy<BatchOrder> _trainedOnValidation;
    private readonly Lazy<BatchOrder> _validatedOnTraining;
    private readonly Lazy<BatchOrder> _calibration;
    private readonly Lazy<BatchOrder> _slices;

    /// <summary>Copies the images to the device.</summary>
    public SupernetBatches(SupernetOptions options, IDataset data, ulong seed, torch.Device device, string user)
    {
        _split = DataSplit.Of(data.Train, options.HeldOut, seed, user);
        BatchOrder.Check(_split.Train, options.BatchSize, $"{user} trains", "batchSize");
        BatchOrder.Check(_split.Validation, options.ValidationBatchSize, $"{user} validates", "validationBatchSize");
        _training = new BatchOrder(_split.Train, options.BatchSize, seed, "supernet training");
        _validation = new BatchOrder(_split.Validation, options.ValidationBatchSize, seed, "supernet validation");
        _trainedOnValidation = new(() => new BatchOrder(_split.Validation, options.BatchSize, seed, "supernet training on validation"));
        _validatedOnTraining =
            new(() => new BatchOrder(_split.Train, options.ValidationBatchSize, seed, "supernet validation on training"));
        _calibration = new(() => new BatchOrder(_split.Train, options.BatchSize, seed, "slice calibration"));
        _slices = new(() => new BatchOrder(_split.Validation, options.ValidationBatchSize, seed, "slice validation"));
        _images = new ImageStore(data.Train, PixelStatistics.Of(data.Train), device);
    }

    /// <summary>The batch that a step trains on.</summary>
    /// <param name="step">The step.</param>
    /// <param name="number">How many steps trained before it.</param>
    public Batch Training(SupernetStep step, long number) =>
        _images.Batch((step.TrainOn == DataPart.Training ? _training : _trainedOnValidation.Value).Batch(number));

    /// <summary>One of the batches that a step measures on.</summary>
    /// <param name="step">The step.</param>
    /// <param name="candidate">Its number as a candidate.</param>
    /// <param name="place">Which of its batches, from 0.</param>
    public Batch Validation(SupernetStep step, long candidate, int place) => _images.Batch(
        (step.ValidateOn == DataPart.Validation ? _validation : _validatedOnTraining.Value).Batch(
            (candidate * step.ValidationBatches) + place));

    /// <summary>Images of training batches that batch-norm statistics are taken from, the same for every slice.</summary>
    public IEnumerable<torch.Tensor> Calibration(int batches)
    {
        for (var number = 0; number < batches; number++)
        {
            var (images, labels) = _images.Batch(_calibration.Value.Batch(number));
            labels.Dispose();
            yield return images;
        }
    }

    /// <summary>The batches that every slice is measured on, each made where it is needed; 0 for all validation images.</summary>
    public IReadOnlyList<Func<Batch>> Slices(int batches)
    {
        var chosen = batches == 0
            ? _split.Validation.Chunk(NetworkEvaluator.BatchSize)
            : Enumerable.Range(0, batches).Select(number => _slices.Value.Batch(number).ToArray());
        return [.. chosen.Select<int[], Func<Batch>>(images => () => _images.Batch(images))];
    }

    /// <inheritdoc/>
    public void Dispose() => _images.Dispose();
}

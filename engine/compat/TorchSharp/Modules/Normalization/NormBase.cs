using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>Scale, shift and running statistics per feature.</summary>
public abstract class NormBase : nn.Module<Tensor, Tensor>
{
    [ComponentName(Name = nameof(weight))]
    private Parameter? _weight;

    [ComponentName(Name = nameof(bias))]
    private Parameter? _bias;

    [ComponentName(Name = nameof(running_mean))]
    private Tensor? _runningMean;

    [ComponentName(Name = nameof(running_var))]
    private Tensor? _runningVar;

    [ComponentName(Name = nameof(num_batches_tracked))]
    private Tensor? _numBatchesTracked;

    protected NormBase(
        long num_features, double eps, double? momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype,
        string name)
        : base(name)
    {
        this.num_features = num_features;
        this.eps = eps;
        this.momentum = momentum;
        this.affine = affine;
        this.track_running_stats = track_running_stats;
        if (affine)
        {
            weight = new Parameter(empty(num_features, dtype, device));
            bias = new Parameter(empty(num_features, dtype, device));
        }

        if (track_running_stats)
        {
            running_mean = zeros(num_features, dtype, device);
            running_var = ones(num_features, dtype, device);
            num_batches_tracked = tensor(0L, device: device);
        }

        reset_parameters();
    }

    public long num_features { get; }

    public double eps { get; set; }

    public double? momentum { get; set; }

    public bool affine { get; }

    public bool track_running_stats { get; }

    public Parameter weight
    {
        get => _weight!;
        set => _weight = Exchange(nameof(weight), _weight, value);
    }

    public Parameter? bias
    {
        get => _bias;
        set => _bias = Exchange(nameof(bias), _bias, value);
    }

    public Tensor? running_mean
    {
        get => _runningMean;
        set => _runningMean = Exchange(nameof(running_mean), _runningMean, value);
    }

    public Tensor? running_var
    {
        get => _runningVar;
        set => _runningVar = Exchange(nameof(running_var), _runningVar, value);
    }

    public Tensor? num_batches_tracked
    {
        get => _numBatchesTracked;
        set => _numBatchesTracked = Exchange(nameof(num_batches_tracked), _numBatchesTracked, value);
    }

    public void reset_running_stats()
    {
        if (!track_running_stats) return;
        init.zeros_(_runningMean!);
        init.ones_(_runningVar!);
        init.zeros_(_numBatchesTracked!);
    }

    public void reset_parameters()
    {
        reset_running_stats();
        if (!affine) return;
        init.ones_(_weight!);
        init.zeros_(_bias!);
    }

    protected abstract void ValidateInputDimensions(Tensor input);
}

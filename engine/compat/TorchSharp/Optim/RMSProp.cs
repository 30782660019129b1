using TorchSharp.Interop;
using TorchSharp.Optim;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace TorchSharp.Modules;

/// <summary>Steps scaled by a running average of the squared gradients.</summary>
public sealed partial class RMSProp : OptimizerHelper, IMomentum
{
    public RMSProp(
        IEnumerable<Parameter> parameters, double lr = 1e-3, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0,
        double momentum = 0.0, bool centered = false, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, alpha, eps, weight_decay, momentum, centered, maximize)
    {
    }

    public RMSProp(
        IEnumerable<ParamGroup> parameters, double lr = 1e-3, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0,
        double momentum = 0.0, bool centered = false, bool maximize = false)
    {
        if (lr < 0) throw new ArgumentException($"Invalid learning rate: {lr}");
        if (eps < 0) throw new ArgumentException($"Invalid eps: {eps}");
        if (alpha is < 0 or > 1) throw new ArgumentException($"Invalid alpha: {alpha}");
        if (momentum < 0.0) throw new ArgumentException($"Invalid momentum value: {momentum}");
        if (weight_decay < 0.0) throw new ArgumentException($"Invalid weight_decay value: {weight_decay}");
        _defaults = new Options
        {
            LearningRate = lr, InitialLearningRate = lr, alpha = alpha, eps = eps, weight_decay = weight_decay,
            momentum = momentum, centered = centered, maximize = maximize,
        };
        foreach (var group in parameters) add_param_group(group);
    }

    public double Momentum
    {
        get => ((Options)_defaults).momentum!.Value;
        set => ((Options)_defaults).momentum = value;
    }

    private protected override void Complete(Modules.ParamGroup group)
    {
        var defaults = (Options)_defaults;
        var options = (Options)(group.Options ??= new Options());
        options.LearningRate ??= defaults.LearningRate;
        options.alpha ??= defaults.alpha;
        options.eps ??= defaults.eps;
        options.weight_decay ??= defaults.weight_decay;
        options.momentum ??= defaults.momentum;
        options.centered ??= defaults.centered;
        options.maximize ??= defaults.maximize;
    }

    private protected override OptimizerState MakeState(Parameter parameter) => new State(parameter);

    private protected override unsafe void Step(Modules.ParamGroup group, OptimizerState[] states)
    {
        var options = (Options)group.Options!;
        var count = states.Length;
        var handles = new nint[4 * count];
        var steps = new long[count];
        for (var i = 0; i < count; i++)
        {
            var state = (State)states[i];
            handles[i] = state.Parameter.Handle;
            handles[count + i] = StateSlots.HandleOf(state.square_avg);
            handles[(2 * count) + i] = StateSlots.HandleOf(state.grad_avg);
            handles[(3 * count) + i] = StateSlots.HandleOf(state.momentum_buffer);
            steps[i] = state.step;
        }

        int status;
        fixed (nint* h = handles)
        fixed (long* s = steps)
        {
            status = Native.shim_rmsprop(
                h, h + count, h + (2 * count), h + (3 * count), s, count, options.LearningRate!.Value, options.alpha!.Value,
                options.eps!.Value, options.weight_decay!.Value, options.momentum!.Value, options.centered!.Value ? 1 : 0,
                options.maximize!.Value ? 1 : 0);
        }

        for (var i = 0; i < count; i++)
        {
            var state = (State)states[i];
            StateSlots.Take(ref state.square_avg, handles[count + i]);
            StateSlots.Take(ref state.grad_avg, handles[(2 * count) + i]);
            StateSlots.Take(ref state.momentum_buffer, handles[(3 * count) + i]);
            state.step = steps[i];
        }

        NativeError.Check(status);
    }

    public sealed class State(Parameter parameter) : OptimizerState(parameter)
    {
        public long step;
        public Tensor? square_avg;
        public Tensor? momentum_buffer;
        public Tensor? grad_avg;

        public override void Initialize(OptimizerOptions options)
        {
            Release();
            step = 0;
            square_avg = zeros_like(_parameter).DetachFromDisposeScope();
        }

        public override void SaveStateDict(BinaryWriter writer)
        {
            writer.Write(step);
            square_avg!.Save(writer);
            SaveConditionalStateTensor(writer, momentum_buffer);
            SaveConditionalStateTensor(writer, grad_avg);
        }

        public override void LoadStateDict(BinaryReader reader)
        {
            step = reader.ReadInt64();
            square_avg!.Load(reader);
            LoadConditionalStateTensor(reader, ref momentum_buffer, _parameter.device);
            LoadConditionalStateTensor(reader, ref grad_avg, _parameter.device);
        }

        public override void LoadStateDict(OptimizerState source)
        {
            var other = (State)source;
            step = other.step;
            Copy(ref square_avg, other.square_avg, _parameter.device);
            Copy(ref momentum_buffer, other.momentum_buffer, _parameter.device);
            Copy(ref grad_avg, other.grad_avg, _parameter.device);
        }

        public override bool ApproximatelyEquals(OptimizerState other) =>
            other is State state && step == state.step && Close(square_avg, state.square_avg) &&
            Close(momentum_buffer, state.momentum_buffer) && Close(grad_avg, state.grad_avg);

        public override void to(Device device)
        {
            square_avg = square_avg?.to(device, disposeAfter: true);
            momentum_buffer = momentum_buffer?.to(device, disposeAfter: true);
            grad_avg = grad_avg?.to(device, disposeAfter: true);
        }

        internal override void Release()
        {
            Free(ref square_avg);
            Free(ref momentum_buffer);
            Free(ref grad_avg);
        }
    }
}

using TorchSharp.Interop;
using TorchSharp.Optim;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace TorchSharp.Modules;

/// <summary>Adam and AdamW: adaptive moments, with the weight decay in the gradient or apart from it.</summary>
public abstract partial class AdamOptimizer : OptimizerHelper, IBetas
{
    private readonly bool _decoupled;

    private protected AdamOptimizer(IEnumerable<ParamGroup> parameters, Options defaults, bool decoupled)
    {
        _decoupled = decoupled;
        if (defaults.LearningRate < 0) throw new ArgumentException($"Invalid learning rate: {defaults.LearningRate}");
        if (defaults.beta1 is < 0 or >= 1) throw new ArgumentException($"Invalid beta1 value: {defaults.beta1}");
        if (defaults.beta2 is < 0 or >= 1) throw new ArgumentException($"Invalid beta2 value: {defaults.beta2}");
        if (defaults.eps < 0) throw new ArgumentException($"Invalid eps value: {defaults.eps}");
        if (defaults.weight_decay < 0) throw new ArgumentException($"Invalid weight_decay value: {defaults.weight_decay}");
        _defaults = defaults;
        foreach (var group in parameters) add_param_group(group);
    }

    public (double, double) Betas
    {
        get => (((Options)_defaults).beta1!.Value, ((Options)_defaults).beta2!.Value);
        set => (((Options)_defaults).beta1, ((Options)_defaults).beta2) = value;
    }

    private protected override void Complete(Modules.ParamGroup group)
    {
        var defaults = (Options)_defaults;
        var options = (Options)(group.Options ??= new Options());
        options.LearningRate ??= defaults.LearningRate;
        options.beta1 ??= defaults.beta1;
        options.beta2 ??= defaults.beta2;
        options.eps ??= defaults.eps;
        options.weight_decay ??= defaults.weight_decay;
        options.amsgrad ??= defaults.amsgrad;
        options.maximize ??= defaults.maximize;
    }

    private protected override OptimizerState MakeState(Parameter parameter) => new State(parameter);

    private protected override unsafe void Step(Modules.ParamGroup group, OptimizerState[] states)
    {
        var options = ((Options)group.Options!).ToNative(_decoupled);
        var count = states.Length;
        var handles = new nint[4 * count];
        var steps = new long[count];
        for (var i = 0; i < count; i++)
        {
            var state = (State)states[i];
            handles[i] = state.Parameter.Handle;
            handles[count + i] = StateSlots.HandleOf(state.exp_avg);
            handles[(2 * count) + i] = StateSlots.HandleOf(state.exp_avg_sq);
            handles[(3 * count) + i] = StateSlots.HandleOf(state.max_exp_avg_sq);
            steps[i] = state.step;
        }

        int status;
        fixed (nint* h = handles)
        fixed (long* s = steps)
        {
            status = Native.shim_adam(h, h + count, h + (2 * count), h + (3 * count), s, count, &options);
        }

        for (var i = 0; i < count; i++)
        {
            var state = (State)states[i];
            StateSlots.Take(ref state.exp_avg, handles[count + i]);
            StateSlots.Take(ref state.exp_avg_sq, handles[(2 * count) + i]);
            StateSlots.Take(ref state.max_exp_avg_sq, handles[(3 * count) + i]);
            state.step = steps[i];
        }

        NativeError.Check(status);
    }

    public sealed class State(Parameter parameter) : OptimizerState(parameter)
    {
        public long step;
        public Tensor? exp_avg;
        public Tensor? exp_avg_sq;
        public Tensor? max_exp_avg_sq;

        public override void Initialize(OptimizerOptions options)
        {
            Release();
            step = 0;
            exp_avg = zeros_like(_parameter).DetachFromDisposeScope();
            exp_avg_sq = zeros_like(_parameter).DetachFromDisposeScope();
            if (((Options)options).amsgrad == true) max_exp_avg_sq = zeros_like(_parameter).DetachFromDisposeScope();
        }

        public override void SaveStateDict(BinaryWriter writer)
        {
            writer.Write(step);
            exp_avg!.Save(writer);
            exp_avg_sq!.Save(writer);
            SaveConditionalStateTensor(writer, max_exp_avg_sq);
        }

        public override void LoadStateDict(BinaryReader reader)
        {
            step = reader.ReadInt64();
            exp_avg!.Load(reader);
            exp_avg_sq!.Load(reader);
            LoadConditionalStateTensor(reader, ref max_exp_avg_sq, _parameter.device);
        }

        public override void LoadStateDict(OptimizerState source)
        {
            var other = (State)source;
            step = other.step;
            Copy(ref exp_avg, other.exp_avg, _parameter.device);
            Copy(ref exp_avg_sq, other.exp_avg_sq, _parameter.device);
            Copy(ref max_exp_avg_sq, other.max_exp_avg_sq, _parameter.device);
        }

        public override bool ApproximatelyEquals(OptimizerState other) =>
            other is State state && step == state.step && Close(exp_avg, state.exp_avg) &&
            Close(exp_avg_sq, state.exp_avg_sq) && Close(max_exp_avg_sq, state.max_exp_avg_sq);

        public override void to(Device device)
        {
            exp_avg = exp_avg?.to(device, disposeAfter: true);
            exp_avg_sq = exp_avg_sq?.to(device, disposeAfter: true);
            max_exp_avg_sq = max_exp_avg_sq?.to(device, disposeAfter: true);
        }

        internal override void Release()
        {
            Free(ref exp_avg);
            Free(ref exp_avg_sq);
            Free(ref max_exp_avg_sq);
        }
    }
}

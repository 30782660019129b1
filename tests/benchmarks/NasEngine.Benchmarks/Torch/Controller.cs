using NasEngine.Networks;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace NasEngine.Benchmarks.Torch;

/// <summary>Samples one choice per decision with an LSTM and returns the log-probability of all of them.</summary>
internal sealed class Controller : Module<Tensor, Tensor>
{
    private readonly TorchSharp.Modules.Embedding embedding;
    private readonly LSTMCell cell;
    private readonly TorchSharp.Modules.Linear head;
    private readonly int _decisions;
    private readonly int _size;

    public Controller(int decisions, int choices, int size) : base(nameof(Controller))
    {
        _decisions = decisions;
        _size = size;
        embedding = Embedding(choices + 1, size);
        cell = LSTMCell(size, size);
        head = Linear(size, choices);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input)
    {
        var (h, c) = (zeros(1, _size), zeros(1, _size));
        var choice = input;
        Tensor? total = null;
        for (var i = 0; i < _decisions; i++)
        {
            (h, c) = cell.call(embedding.call(choice), (h, c));
            var logs = functional.log_softmax(head.call(h), 1);
            choice = logs.detach().exp().multinomial(1).squeeze(1);
            var picked = logs.gather(1, choice.unsqueeze(1));
            total = total is null ? picked : total.Plus(picked);
        }

        return total!;
    }
}

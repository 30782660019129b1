using global::TorchSharp.Modules;
using static Compat.TorchSharp.Tests.Oracle.ParityCase;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Compat.TorchSharp.Tests.Oracle;

/// <summary>Twelve steps of training a small network, and learning rates over twenty steps.</summary>
internal static class OptimizerCases
{
    internal static IEnumerable<ParityCase> All =>
    [
        Train("SGD", "SGD(p, 0.1)", p => optim.SGD(p, 0.1)), Train("SGD with momentum", "SGD(p, 0.1, momentum=0.9, weight_decay=1e-3)", p => optim.SGD(p, 0.1, 0.9, weight_decay: 1e-3)),
        Train("SGD by Nesterov", "SGD(p, 0.1, momentum=0.9, nesterov=True)", p => optim.SGD(p, 0.1, 0.9, nesterov: true)),
        Train("SGD with dampening", "SGD(p, 0.1, momentum=0.9, dampening=0.3)", p => optim.SGD(p, 0.1, 0.9, 0.3)), Train("SGD upwards", "SGD(p, 0.01, maximize=True)", p => optim.SGD(p, 0.01, maximize: true)),
        Train("Adam", "Adam(p, 0.01)", p => optim.Adam(p, 0.01)), Train("Adam with decay", "Adam(p, 0.01, (0.5, 0.99), weight_decay=1e-2)", p => optim.Adam(p, 0.01, 0.5, 0.99, weight_decay: 1e-2)),
        Train("Adam with amsgrad", "Adam(p, 0.01, amsgrad=True)", p => optim.Adam(p, 0.01, amsgrad: true)), Train("AdamW", "AdamW(p, 0.01, weight_decay=1e-2)", p => optim.AdamW(p, 0.01, weight_decay: 1e-2)),
        Train("RMSprop", "RMSprop(p, 0.01)", p => optim.RMSProp(p, 0.01)), Train("RMSprop centered", "RMSprop(p, 0.01, momentum=0.9, centered=True)", p => optim.RMSProp(p, 0.01, momentum: 0.9, centered: true)),
        Train("clipped gradients", "SGD(p, 0.1)", p => optim.SGD(p, 0.1), 0.05),
        Rates("StepLR", "StepLR(o, 3)", o => optim.lr_scheduler.StepLR(o, 3)), Rates("ExponentialLR", "ExponentialLR(o, 0.9)", o => optim.lr_scheduler.ExponentialLR(o, 0.9)),
        Rates("CosineAnnealingLR", "CosineAnnealingLR(o, 12, 0.01)", o => optim.lr_scheduler.CosineAnnealingLR(o, 12, 0.01)), Rates("LinearLR", "LinearLR(o, 0.1, total_iters=7)", o => optim.lr_scheduler.LinearLR(o, 0.1, total_iters: 7)),
        Rates("MultiStepLR", "MultiStepLR(o, [4, 9])", o => optim.lr_scheduler.MultiStepLR(o, [4, 9])), Rates("LambdaLR", "LambdaLR(o, lambda e: 1 / (1 + e))", o => optim.lr_scheduler.LambdaLR(o, e => 1.0 / (1 + e))),
        Rates("OneCycleLR", "OneCycleLR(o, 0.3, total_steps=25)", o => optim.lr_scheduler.OneCycleLR(o, 0.3, 25)), Rates("OneCycleLR in three phases", "OneCycleLR(o, 0.3, total_steps=25, three_phase=True, anneal_strategy='linear')",
            o => optim.lr_scheduler.OneCycleLR(o, 0.3, 25, three_phase: true, anneal_strategy: optim.lr_scheduler.impl.OneCycleLR.AnnealStrategy.Linear)),
        Rates("ConstantLR", "ConstantLR(o, 0.3, 7)", o => optim.lr_scheduler.ConstantLR(o, 0.3, 7)), Rates("PolynomialLR", "PolynomialLR(o, 12, 2.0)", o => optim.lr_scheduler.PolynomialLR(o, 12, 2.0)),
        Rates("MultiplicativeLR", "MultiplicativeLR(o, lambda e: 1 / (1 + e))", o => optim.lr_scheduler.MultiplicativeLR(o, e => 1.0 / (1 + e))),
        Rates("ChainedLR", "ChainedScheduler([StepLR(o, 3), ExponentialLR(o, 0.9)])", o => optim.lr_scheduler.ChainedLR([optim.lr_scheduler.StepLR(o, 3), optim.lr_scheduler.ExponentialLR(o, 0.9)])),
        Rates("CyclicLR", "CyclicLR(o, 0.1, 0.5, step_size_up=3, step_size_down=4)", o => optim.lr_scheduler.CyclicLR(o, 0.1, 0.5, 3, 4)),
        Rates("CyclicLR of falling height", "CyclicLR(o, 0.1, 0.5, step_size_up=3, mode='triangular2', cycle_momentum=False)", o => optim.lr_scheduler.CyclicLR(o, 0.1, 0.5, 3, mode: optim.lr_scheduler.impl.CyclicLR.Mode.Triangular2, cycle_momentum: false)),
        Rates("ReduceLROnPlateau", "(lambda r: setattr(r, 'plain', r.step) or setattr(r, 'step', lambda: r.plain([5, 4, 4, 4, 3, 3, 3, 3, 3][r.last_epoch % 9])) or r)(ReduceLROnPlateau(o, patience=1, cooldown=1, factor=0.5))",
            o => new Plateau(o)),
        Rates("OneCycleLR of each group", "OneCycleLR(o, [0.3], total_steps=25, base_momentum=[0.8], max_momentum=[0.9])", o => optim.lr_scheduler.OneCycleLR(o, [0.3], 25, base_momentum: [0.8], max_momentum: [0.9])),
        Rates("warm-up, then cosine", "SequentialLR(o, [LinearLR(o, 0.1, total_iters=5), CosineAnnealingLR(o, 15)], [5])",
            o => optim.lr_scheduler.SequentialLR(o, [optim.lr_scheduler.LinearLR(o, 0.1, total_iters: 5), optim.lr_scheduler.CosineAnnealingLR(o, 15)], [5])),
    ];

    private sealed class Plateau(optim.Optimizer optimizer) : optim.lr_scheduler.LRScheduler(optimizer)
    {
        private static readonly double[] Losses = [5, 4, 4, 4, 3, 3, 3, 3, 3];
        private readonly optim.lr_scheduler.LRScheduler _inner = optim.lr_scheduler.ReduceLROnPlateau(optimizer, patience: 1, cooldown: 1, factor: 0.5);
        private int _next;

        public override void step() => _inner.step(Losses[_next++ % Losses.Length]);
    }

    private static ParityCase Train(string name, string python, Func<IEnumerable<Parameter>, optim.Optimizer> make, double clip = 0) => Script(
        $"training by {name}",
        $$"""
        torch.manual_seed(7)
        net = nn.Sequential(nn.Linear(6, 8), nn.Tanh(), nn.Linear(8, 3), nn.Linear(3, 3))
        p = list(net.parameters())
        opt = torch.optim.{{python}}
        losses, norms = [], []
        for i in range(12):
            opt.zero_grad(set_to_none=True)
            out = net[2](net[1](net[0](x[0])))
            loss = F.cross_entropy(net[3](out) if i % 3 == 0 else out, x[1])
            loss.backward()
            if {{clip.ToString(System.Globalization.CultureInfo.InvariantCulture)}} > 0:
                norms.append(nn.utils.clip_grad_norm_(p, {{clip.ToString(System.Globalization.CultureInfo.InvariantCulture)}}))
            opt.step()
            losses.append(loss.detach())
        result = dict(net.state_dict(), losses=torch.stack(losses))
        """,
        x =>
        {
            manual_seed(7);
            var net = Sequential(Linear(6, 8), Tanh(), Linear(8, 3), Linear(3, 3));
            using var optimizer = make(net.parameters());
            var losses = new List<Tensor>();
            for (var i = 0; i < 12; i++)
            {
                net.zero_grad();
                var output = net[2].call(net[1].call(net[0].call(x[0])));
                var loss = functional.cross_entropy(i % 3 == 0 ? net[3].call(output) : output, x[1]);
                loss.backward();
                if (clip > 0) nn.utils.clip_grad_norm_(net.parameters(), clip);
                optimizer.step();
                losses.Add(loss.detach());
            }

            return new(net.state_dict()) { ["losses"] = stack(losses) };
        },
        Constant(9, 6),
        Index(3, 9));

    private static ParityCase Rates(string name, string python, Func<optim.Optimizer, optim.lr_scheduler.LRScheduler> make) => Script(
        $"rates of {name}",
        $$"""
        import warnings
        warnings.simplefilter("ignore")
        from torch.optim.lr_scheduler import *
        o = torch.optim.SGD([nn.Parameter(torch.zeros(1))], 0.2, momentum=0.9)
        s = {{python}}
        rates = []
        for i in range(20):
            rates.append((o.param_groups[0]["lr"], o.param_groups[0]["momentum"]))
            o.step()
            s.step()
        result = {"rates": torch.tensor(rates, dtype=torch.float64).float()}
        """,
        _ =>
        {
            using var optimizer = optim.SGD([new SGD.ParamGroup([Parameter(zeros(1))], 0.2, 0.9)], 0.2, 0.9);
            var scheduler = make(optimizer);
            var rates = new List<double>();
            for (var i = 0; i < 20; i++)
            {
                var group = (SGD.ParamGroup)optimizer.ParamGroups.Single();
                rates.Add(group.LearningRate);
                rates.Add(group.Momentum);
                scheduler.step();
            }

            return new() { ["rates"] = tensor(rates.ToArray(), [20, 2]).@float() };
        });
}

using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>What the engine itself offers for networks: data, estimators, rules of a supernet, the profiler.</summary>
public sealed class NetworksPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Register(IPluginRegistry registry)
    {
        registry.Dataset(
            FashionMnist.Id, "Fashion-MNIST: 28×28 grey images of clothes in 10 classes", FashionMnist.Read, FashionMnist.Open);
        registry.Dataset(IdxFolder.Id, "IDX files as those of MNIST: grey or with channels, up to 256 classes", IdxFolder.Read, folder =>
            new IdxFolder(folder));
        registry.Estimator(
            SupernetEstimator.Id, "Trains a supernet on sampled paths", SupernetOptions.Read, (options, setup) =>
                new SupernetEstimator(options, setup));
        registry.Estimator(
            FromScratchEstimator.Id, "Trains each architecture as a network of its own", FromScratchOptions.Read, (options, setup) =>
                new FromScratchEstimator(options, setup));
        registry.Estimator(
            ZeroCostEstimator.Id, "Scores networks that are not trained, by zero-cost proxies on one batch", ZeroCostOptions.Read, (
                options, setup) => new ZeroCostEstimator(options, setup));
        registry.Estimator(
            ProfileRequest.EstimatorId, "Times a space on a worker's machine, for 'nas profile --cluster'; trains nothing", _ =>
                NoSetup.Value, (_, setup) => new SpaceProfileEstimator(setup));
        registry.Serve(Need.SupernetSteps, SupernetEstimator.Id);
        registry.Serve(Need.Trials, FromScratchEstimator.Id);
        registry.Serve(Need.Winners, new ComponentSpec(FromScratchEstimator.Id, OptionBag.Empty.With("testSet", "true")));
        registry.Profiler(
            TorchProfiler.Id, "Measures latency: one image, one thread", TorchProfilerOptions.Read, (options, setup) =>
                new TorchProfiler(options, setup, setup.TorchDevice(), TimeProvider.System));
        registry.CostModel(
            LatencyTable.CostsId, "Latency as the sum over the times of a network's operations in a table", LatencyTableOptions.Read, (
                options, setup) => options.Make(setup));
        registry.Serve(Need.Latency, TorchProfiler.Id);
        registry.SupernetRule(
            "importance", "Mean of the routes' gradients weighted by softmax(−NLL) (PARSEC, FP-NAS)", RouteAveragingOptions.Read, (
                options, _) => RouteAveragingRule.Importance(options));
        registry.SupernetRule(
            "uniform", "Plain mean of the routes' gradients (DARTS, FBNetV2, ENAS, single paths)", RouteAveragingOptions.Read, (
                options, _) => RouteAveragingRule.Uniform(options));
        registry.SupernetRule(
            "sum", "Plain sum of the routes' gradients, the strongest channels first where a step asks for it (TF-NAS)", _ =>
                NoSetup.Value, (_, setup) => new SumRule(setup.Space));
        registry.SupernetRule(
            "unrolled", "Looks through a step of the weights: the gradient of second-order DARTS", _ => NoSetup.Value, (_, _) =>
                new UnrolledRule());
        registry.SupernetRule(
            "sandwich", "The first route learns from the labels, the others from the first (BigNAS)", _ => NoSetup.Value, (_, setup) =>
                new SandwichRule(setup.Space));
    }
}

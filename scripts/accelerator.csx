// A design space that is no network: which systolic array runs a network best for its area? After Apollo (arXiv 2102.01723), with the cycles of
// SCALE-Sim; nothing is trained. A second.

var network = Parameter("network", "mobilenet-v2", "what runs on the array", "mobilenet-v2", "resnet-18", "resnet-50");
var area = Parameter("area", 4.0, "mm² to stay within", min: 0.1);
var strategy = Parameter("strategy", "tpe", "how to search", "random", "regularized-evolution", "local-search", "bayesian", "tpe");
var trials = Parameter("trials", 200, "designs to try", min: 1);
var seed = Parameter("seed", 7, "where all random numbers come from", min: 0);

var result = await Search($"accelerator-{network}-{strategy}-{seed}")
    .Space("accelerator")
    .Strategy(strategy)
    .Estimator("systolic-array", new { Network = network })
    .Costs("accelerator")
    .Objective(Maximize.Metric("images_per_s_mm2").Require("area_mm2", atMost: area).Require("buffer_use", atMost: 1))
    .Budget(trials: trials)
    .Seed(seed)
    .RunAsync();

foreach (var found in result.Found.Take(3))
{
    var figures = found.Metrics;
    Print($"{found.Text}: {figures["runtime_ms"]:0.00} ms on {figures["area_mm2"]:0.00} mm², {figures["utilization"]:P0} of the elements busy");
}

result.Print();

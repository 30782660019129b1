// A network and the accelerator that runs it, searched together: cells of NAS-Bench-201 with their published accuracies, each on a systolic
// array of its own under a budget of area, cycles as SCALE-Sim counts them. Nothing is trained. Some seconds.

var table = Parameter(
    "table", "../shared/data/nasbench201.csv.gz",
    "the published results (github.com/D-X-Y/NAS-Bench-201) as CSV with the columns arch_str and cifar10_test_acc_seeds");
var area = Parameter("area", 4.0, "mm² to stay within", min: 0.1);
var strategy = Parameter("strategy", "nsga2", "how to search", "random", "regularized-evolution", "nsga2", "qlogehvi");
var trials = Parameter("trials", 1000, "designs to try", min: 1);
var seed = Parameter("seed", 7, "where all random numbers come from", min: 0);

var result = await Search($"codesign-{strategy}-{trials}-{seed}")
    .Space(Part("network-on-array", null, Part("nasbench201")))
    .Strategy(strategy)
    .Estimator("table", new { Table = table })
    .Costs("network-on-array")
    .Objective(Maximize.Metric("test_accuracy").Against("runtime_ms").Require("area_mm2", atMost: area).Require("buffer_use", atMost: 1))
    .Budget(trials: trials)
    .Seed(seed)
    .RunAsync();

result.Print();
result.ParetoFront.Print();

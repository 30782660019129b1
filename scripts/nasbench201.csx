// Searches the published results of NAS-Bench-201 (arXiv 2001.00326): thousands of trials in seconds, nothing is trained.

var table = Parameter(
    "table", "../shared/data/nasbench201.csv.gz",
    "the published results (github.com/D-X-Y/NAS-Bench-201) as CSV with the columns arch_str and cifar10_test_acc_seeds");
var strategy = Parameter("strategy", "regularized-evolution", "how to search",
    "random", "regularized-evolution", "local-search", "bayesian", "bananas", "tpe", "nsga2", "qlogehvi", "reinforce", "ppo");
var evaluations = Parameter("evaluations", 1000, "architectures to look up", min: 1);
var workers = Parameter("workers", 1, "candidates in flight; workers, as far as there are cores", min: 1);
var seed = Parameter("seed", 0, "where all random numbers come from", min: 0);

var result = await Search($"nasbench201-{strategy}-{evaluations}-{workers}-{seed}")
    .Space("nasbench201")
    .Strategy(strategy)
    .Estimator("table", new { Table = table })
    .Objective(Maximize.Metric("test_accuracy").Against(Macs()))
    .Budget(trials: evaluations)
    .Window(workers)
    .Seed(seed)
    .RunAsync();

result.Print();
result.ParetoFront.Print();

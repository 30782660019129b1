// A search of a table, for the tests that disturb it.

var table = Parameter("table", "", "CSV with the columns arch_str, cifar10_val_acc and cifar10_test_acc_seeds");
var strategy = Parameter("strategy", "regularized-evolution", "how to search");
var evaluations = Parameter("evaluations", 300, "architectures to look up", min: 1);
var window = Parameter("window", 4, "look-ups at a time", min: 1);
var failures = Parameter("failures", 0.0, "share of the candidates that fail on purpose", min: 0, max: 1);

await Search("table")
    .Space("nasbench201")
    .Strategy(strategy)
    .Estimator("table", new { Table = table, FailureRate = failures })
    .Objective(Maximize.Metric("test_accuracy"))
    .Budget(trials: evaluations)
    .Window(window)
    .Seed(11)
    .RunAsync();

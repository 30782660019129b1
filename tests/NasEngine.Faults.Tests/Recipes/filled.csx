// A search of a table whose latencies are measured where it runs, for the tests that disturb it.

var table = Parameter("table", "", "CSV with the columns arch_str, cifar10_val_acc and cifar10_test_acc_seeds");
var name = Parameter("name", "filled", "of the search");

await Search(name)
    .Space("nasbench201", new { Scale = "mini" })
    .Strategy("random")
    .Estimator("table", new { Table = table })
    .Costs("latency-table", new { Fill = true, Networks = 4 })
    .Objective(Maximize.Metric("test_accuracy").Against(Milliseconds()))
    .Budget(trials: 60)
    .Window(1)
    .Seed(11)
    .RunAsync();

// Five strategies on the published results of NAS-Bench-201 (arXiv 2001.00326), the same number of looked up cells each, several seeds: what they
// find at the median. Nothing is trained; half a minute.

var table = Parameter(
    "table", "../shared/data/nasbench201.csv.gz",
    "the published results (github.com/D-X-Y/NAS-Bench-201) as CSV with the columns arch_str and cifar10_test_acc_seeds");
var evaluations = Parameter("evaluations", 200, "architectures that each search looks up", min: 1);
var seeds = Parameter("seeds", 5, "searches of each strategy", min: 1);
var seed = Parameter("seed", 0, "the first seed", min: 0);

var found = new List<(string Strategy, SearchResult Result)>();
foreach (var strategy in new[] { "random", "local-search", "regularized-evolution", "tpe", "bananas" })
{
    for (var one = seed; one < seed + seeds; one++)
    {
        found.Add((strategy, await Search($"compare-{strategy}-{evaluations}-{one}")
            .Space("nasbench201")
            .Strategy(strategy)
            .Estimator("table", new { Table = table })
            .Objective(Maximize.Accuracy())
            .Budget(trials: evaluations)
            .Seed(one)
            .RunAsync()));
    }
}

double Accuracy(SearchResult result) => result.Found.Take(1).Sum(best => best.Metrics["test_accuracy"]);
foreach (var group in found.GroupBy(one => one.Strategy, one => Accuracy(one.Result)))
{
    Print($"{group.Key}: {group.Order().ElementAt(group.Count() / 2):P2} ({group.Min():P2} to {group.Max():P2})");
}

found.MaxBy(one => Accuracy(one.Result)).Result.Print();

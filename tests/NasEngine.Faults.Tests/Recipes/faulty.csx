// A search whose strategy or estimator goes wrong where it is told to.

var strategyFault = Parameter("strategyFault", "none", "what the strategy does wrong");
var estimatorFault = Parameter("estimatorFault", "none", "what the estimator does wrong");
var at = Parameter("at", 10, "the candidate it goes wrong at", min: 0);
var marker = Parameter("marker", "", "a file that is made when it went wrong, which it then does not again");
var milliseconds = Parameter("milliseconds", 0, "how long a candidate takes", min: 0);
var hurry = Parameter("hurry", "", "a file; while it is there, a candidate takes no time");
var log = Parameter("log", "", "a folder that gets a file for each training");
var trials = Parameter("trials", 40, "candidates", min: 1);
var window = Parameter("window", 3, "candidates at a time", min: 1);
var on = Parameter("on", "", "tags of the machines that may have its trials");

var search = Search("faulty")
    .Space("faulty")
    .Strategy("faulty", new { Fault = strategyFault, At = at, Marker = strategyFault == "none" ? "" : marker })
    .Estimator("faulty", new { Fault = estimatorFault, At = at, Marker = marker, Milliseconds = milliseconds, Hurry = hurry, Log = log })
    .Objective(Maximize.Metric("score"))
    .Budget(trials: trials)
    .Window(window)
    .Seed(5);
var placed = on.Length > 0 ? search.On(on) : search;
await placed.RunAsync();

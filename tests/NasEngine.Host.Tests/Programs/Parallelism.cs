// Most of these tests wait for a program that they started: four at once keep two cores busy.
[assembly: Xunit.CollectionBehavior(MaxParallelThreads = 4)]

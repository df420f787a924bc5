using PoolGen.Bench.Workloads;

foreach (Workload workload in WorkloadList.All)
    Console.WriteLine($"{workload.Id}: {workload.Network}, {workload.Config} on {workload.Shape}");

return PoolGen.Bench.CommandLine.Run(args);

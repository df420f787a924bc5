using PoolGen.Bench.Workloads;
using PoolGen.Tests.Support;
using Xunit;

namespace PoolGen.Tests.Kernels;

/// <summary>The layers of known networks, which the comparison times: the same list, so that nothing is timed that was not checked.</summary>
[Trait("Category", "kernels")]
public sealed class WorkloadTests
{
    public static TheoryData<string> Ids => [.. WorkloadList.All.Select(workload => workload.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Workload_has_a_kernel_for_any_shape_and_one_for_its_own_and_both_are_right(string id)
    {
        Workload workload = WorkloadList.All.Single(workload => workload.Id == id);
        PoolCase @case = new(workload.Config, workload.Shape, workload.Element, Data.Special, Seed: 1);

        Assert.Null(Ways.Fault(WorkloadKernels.AnyShape(workload), @case));
        Assert.Null(Ways.Fault(WorkloadKernels.FixedShape(workload), @case));
    }
}

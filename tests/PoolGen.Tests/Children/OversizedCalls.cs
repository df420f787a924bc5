using System.Reflection;
using System.Reflection.Emit;

namespace PoolGen.Tests.Children;

/// <summary>The child that calls a method hot which is too large to be optimised; it is named like a method of a kernel.</summary>
internal static class OversizedCalls
{
    public const string Task = "oversized-calls";
    public const string Method = "PoolGen.Generated.OversizedKernel:Rows";

    // Five bytes each: more than the 60,000 bytes up to which the compiler optimises.
    private const int Statements = 15_000;
    private const int Rounds = 12;
    private const int CallsPerRound = 100;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(400);

    public static void Run(TextWriter log)
    {
        string[] name = Method.Split(':');
        ModuleBuilder module = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName(Task), AssemblyBuilderAccess.Run).DefineDynamicModule(Task);
        TypeBuilder type = module.DefineType(name[0], TypeAttributes.Public);
        ILGenerator code = type.DefineMethod(name[1], MethodAttributes.Public | MethodAttributes.Static, typeof(int), [typeof(int)]).GetILGenerator();
        for (int statement = 0; statement < Statements; statement++)
        {
            code.Emit(OpCodes.Ldarg_0);
            code.Emit(OpCodes.Ldc_I4_1);
            code.Emit(OpCodes.Add);
            code.Emit(OpCodes.Starg_S, (byte)0);
        }

        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Ret);

        Func<int, int> rows = type.CreateType().GetMethod(name[1])!.CreateDelegate<Func<int, int>>();
        for (int call = 0; call < Rounds * CallsPerRound; call++)
        {
            if (call % CallsPerRound == 0)
                Thread.Sleep(Pause);
            log.WriteLine(rows(call) - call);
        }
    }
}

// Electron's fuses (IP-8): what the program can never be talked into, written into it after packing and before signing.
import { join } from 'node:path'
import {
  flipFuses,
  FuseState,
  FuseV1Options,
  FuseVersion,
  getCurrentFuseWire,
  type FuseV1Config,
} from '@electron/fuses'
import type { AfterPackContext } from 'app-builder-lib'

/**
 * Every fuse this Electron has, each by name; one that is missing here stops the packing. Linux checks no archive
 * against its hash, so there the fuse stays as it came.
 */
export const fusesOf = (platform: string) =>
  ({
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    resetAdHocDarwinSignature: platform === 'darwin',
    [FuseV1Options.RunAsNode]: false,
    [FuseV1Options.EnableCookieEncryption]: true,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: false,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: platform !== 'linux',
    [FuseV1Options.OnlyLoadAppFromAsar]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
    [FuseV1Options.WasmTrapHandlers]: true,
  }) satisfies FuseV1Config

const endings: Readonly<Record<string, string>> = { darwin: '.app', win32: '.exe' }

/** Writes the fuses into a program. Fails where it has one more or one fewer than are named here. */
export const writeFuses = (program: string, platform: string): Promise<number> =>
  flipFuses(program, fusesOf(platform))

/** Called by electron-builder once the program lies unpacked and complete. */
export async function afterPack(context: AfterPackContext): Promise<void> {
  const { appOutDir, electronPlatformName, packager } = context
  const name =
    'executableName' in packager ? String(packager.executableName) : packager.appInfo.productFilename
  await writeFuses(join(appOutDir, `${name}${endings[electronPlatformName] ?? ''}`), electronPlatformName)
}

/** Reads the fuses back out of a program and names those that are not as they should be. */
export async function wrongFuses(program: string, platform: string): Promise<readonly string[]> {
  const wanted: Readonly<Record<string, unknown>> = { ...fusesOf(platform) }
  const { version: _, ...wire } = await getCurrentFuseWire(program)
  const found = Object.entries(wire).map(([fuse, state]) => [fuse, state === FuseState.ENABLE] as const)
  const named = Object.keys(wanted).filter((name) => /^\d+$/.test(name))
  const missing = named.filter((fuse) => !(fuse in wire))
  const differing = found.filter(([fuse, isOn]) => wanted[fuse] !== isOn).map(([fuse]) => fuse)
  return [...missing, ...differing].map((fuse) => FuseV1Options[Number(fuse)] ?? `fuse ${fuse}`)
}

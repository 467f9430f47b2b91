import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

const tests = ['**/*.test.ts', '**/*.test.tsx', '**/testing.ts', '**/testing.tsx']
const configs = ['*.config.ts', 'eslint.config.js', 'build/vite.*.ts']

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration, ExportSpecifier[exported.name="default"]',
  message: 'Exports are named.',
}
const noEnum = { selector: 'TSEnumDeclaration', message: 'Cases are unions of words.' }
const noRawHtml = [
  {
    selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|srcdoc)$/]',
    message: 'Text from outside never becomes markup.',
  },
  {
    selector: 'JSXAttribute[name.name=/^(dangerouslySetInnerHTML|srcDoc)$/]',
    message: 'Text from outside never becomes markup.',
  },
]
const noClock = [
  {
    selector: 'MemberExpression[object.name="Date"][property.name="now"]',
    message: 'Take `now` as an argument.',
  },
  {
    selector:
      'NewExpression[callee.name="Date"][arguments.length=0], CallExpression[callee.name="Date"][arguments.length=0]',
    message: 'Take `now` as an argument.',
  },
]

export default tseslint.config(
  { ignores: ['dist/', 'release/', 'test-results/', 'playwright-report/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts', '**/*.tsx'],
    plugins: { '@typescript-eslint': tseslint.plugin },
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { project: './tsconfig.tests.json', tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      'no-restricted-syntax': ['error', noDefaultExport, noEnum, ...noRawHtml],
    },
  },
  {
    files: ['shared/**/*.ts'],
    ignores: tests,
    rules: { 'no-restricted-syntax': ['error', noDefaultExport, noEnum, ...noRawHtml, ...noClock] },
  },
  {
    files: ['renderer/**/*.ts', 'renderer/**/*.tsx'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  { files: configs, rules: { 'no-restricted-syntax': 'off' } },
)

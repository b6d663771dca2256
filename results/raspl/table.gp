# table.svg, drawn from table.tsv. To change it, edit this file and run: gnuplot table.gp
set terminal svg size 860,512 fixed enhanced background 'white' \
  font 'DejaVu Sans,Verdana,sans-serif,12' name 'table'
set output 'table.svg'
set encoding utf8
set datafile separator tab
set datafile columnheaders
# column `name` of the rows of one kind (median, seed, paper) of series n
pick(kind, n, name) = \
  (strcol('row') eq kind && column('number') == n) ? column(name) : NaN
unset key
set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out scale 0.5 textcolor rgb '#222222'
set xtics offset 0,0.4
set style fill solid noborder
set lmargin at screen 0.2656
set rmargin at screen 0.8016
set tmargin at screen 0.9141
set bmargin at screen 0.2109
set label '{/:Bold Ten longer than any trained on}' at screen 0.0163, screen 0.9609 font ',14'
set label 'The whole answer must be right. Grey: tasks without a short program. Guessing is right half of the time for parity, below 2 % for all others.' at screen 0.0163, screen 0.0879 font ',10' tc rgb '#555555'
set label 'Tick: median over seeds; band: lowest to highest; dots: seeds. Fit: seeds that solve 99 % of their training questions (1 to 20).' at screen 0.0163, screen 0.0586 font ',10' tc rgb '#555555'
set label 'Not run: unique copy; sort; addition, hints; parity, hints and scratchpad; mode, hard; repeat copy; addition, plain; parity, plain.' at screen 0.0163, screen 0.0293 font ',10' tc rgb '#555555'
set border 1
set xrange [-1:101]
set yrange [10.5:0.5]
set xtics 0,20,100
set grid xtics lc rgb '#e4e4e4' lw 0.6 lt 1
set xlabel 'exact match (%) at 30 length' offset 0,0.9
set ytics scale 0 ('count' 1, 'mode' 2, 'unique copy' 3, 'sort' 4, 'addition, hints' 5, 'parity, hints and scratchpad' 6, 'mode, hard' 7, 'repeat copy' 8, 'addition, plain' 9, 'parity, plain' 10)
set label '100 %; 5 seeds, fit 5/5' at graph 1.02, first 1 font ',10' tc rgb '#444444'
set label '95.4 %; 1 seed, fit 1/1' at graph 1.02, first 2 font ',10' tc rgb '#444444'
set label 'not run' at graph 1.02, first 3 font ',10' tc rgb '#444444'
set label 'not run' at graph 1.02, first 4 font ',10' tc rgb '#444444'
set label 'not run' at graph 1.02, first 5 font ',10' tc rgb '#444444'
set label 'not run' at graph 1.02, first 6 font ',10' tc rgb '#444444'
set label 'not run' at graph 1.02, first 7 font ',10' tc rgb '#444444'
set label 'not run' at graph 1.02, first 8 font ',10' tc rgb '#444444'
set label 'not run' at graph 1.02, first 9 font ',10' tc rgb '#444444'
set label 'not run' at graph 1.02, first 10 font ',10' tc rgb '#444444'
plot 'table.tsv' using (pick('median',1,'value')):(1):(pick('median',1,'low')):(pick('median',1,'high')):(1-0.12):(1+0.12) with boxxyerror lc rgb '#B00072B2', \
  'table.tsv' using (pick('seed',1,'value')):(1) with points pt 7 ps 0.5 lc rgb '#600072B2', \
  'table.tsv' using (pick('median',1,'value')):(1):(pick('median',1,'value')-0.25):(pick('median',1,'value')+0.25):(1-0.24):(1+0.24) with boxxyerror lc rgb '#0072B2', \
  'table.tsv' using (pick('median',2,'value')):(2):(pick('median',2,'low')):(pick('median',2,'high')):(2-0.12):(2+0.12) with boxxyerror lc rgb '#B0D55E00', \
  'table.tsv' using (pick('seed',2,'value')):(2) with points pt 7 ps 0.5 lc rgb '#60D55E00', \
  'table.tsv' using (pick('median',2,'value')):(2):(pick('median',2,'value')-0.25):(pick('median',2,'value')+0.25):(2-0.24):(2+0.24) with boxxyerror lc rgb '#D55E00'

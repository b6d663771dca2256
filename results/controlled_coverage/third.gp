# third.svg, drawn from third.tsv. To change it, edit this file and run: gnuplot third.gp
# As pdf: gnuplot -e "format='pdf'" third.gp
if (!exists('format')) format = 'svg'
if (format eq 'pdf') {
  set terminal pdfcairo size 8.958in,4.865in enhanced background 'white' \
    font 'DejaVu Sans,12' fontscale 0.750 linewidth 0.750 pointscale 0.750
} else {
  set terminal svg size 860,467 fixed enhanced background 'white' \
    font 'DejaVu Sans,Verdana,sans-serif,12' name 'third'
}
set output 'third'.'.'.format
set encoding utf8
set datafile separator tab
set datafile columnheaders
# column `name` of the rows of one kind (median, seed, paper) of series n
pick(kind, n, name) = \
  (strcol('row') eq kind && column('number') == n) ? column(name) : NaN
# the medians of series n: those above guessing (or 0); those of points most of whose seeds fit,
# and the others
above(n) = \
  (strcol('guess') ne '' && column('value') > 0 && column('value') <= column('guess')) \
  ? NaN : pick('median', n, 'value')
is_unfit(n) = (strcol('runs') eq '') ? 0 : 2 * column('fitted') < column('runs')
fit(n) = is_unfit(n) ? NaN : above(n)
unfit(n) = is_unfit(n) ? above(n) : NaN
unset key
set border 3 lw 0.8 lc rgb '#444444'
set tics nomirror out scale 0.5 textcolor rgb '#222222'
set xtics offset 0,0.4
set style fill solid noborder
set lmargin at screen 0.0814
set rmargin at screen 0.6477
set tmargin at screen 0.9058
set bmargin at screen 0.2634
set label '{/:Bold Two hops, by the share of what is held out that has a k-cutoff of 3 or more}' at screen 0.0163, screen 0.9572 font ',14'
set label '1,000 items over 20 entities, exchanged until these shares hold and four fifths have a cutoff of 2 or more. Asked: held-out items all of whose calls' at screen 0.0163, screen 0.1285 font ',10' tc rgb '#555555'
set label 'training shows. Trained for 8,000 steps.' at screen 0.0163, screen 0.0964 font ',10' tc rgb '#555555'
set label 'Line: median over seeds; thin bars: lowest to highest; dots: seeds. Of 2,000 different questions a seed. Fit: solves 99 % of its training questions.' at screen 0.0163, screen 0.0642 font ',10' tc rgb '#555555'
set label 'Guessing (dotted): 8.0 to 8.3 %.' at screen 0.0163, screen 0.0321 font ',10' tc rgb '#555555'
set xrange [0.082:0.718]
place(x) = x
set yrange [-1.5:101.5]
set ytics 0,20,100
set grid ytics lc rgb '#e4e4e4' lw 0.6 lt 1
set xlabel 'share of the held-out items with a k-cutoff of 3 or more' offset 0,0.9
set ylabel 'exact match (%)' offset 1,0
$guessing_1 << EOD
x	level
0.1	8.0375
0.3	8.0375
0.5	8.35
0.7	8.0375
EOD
set arrow from screen 0.6616, screen 0.4606 to screen 0.6965, screen 0.4606 nohead lw 2 dt 1 lc rgb '#0072B2'
set label '' at screen 0.6791, screen 0.4606 point pt 7 ps 0.9 lw 1.6 lc rgb '#0072B2'
set label 'the model' at screen 0.7058, screen 0.4735 font ',12' tc rgb '#222222'
set label '30.1 %; 20 of 20 runs fit' at screen 0.7058, screen 0.4435 font ',10' tc rgb '#666666'
set arrow from screen 0.6616, screen 0.7773 to screen 0.6965, screen 0.7773 nohead lw 2 dt 2 lc rgb '#777777'
set label '' at screen 0.6791, screen 0.7773 point pt 5 ps 0.9 lw 1.6 lc rgb '#777777'
set label 'a symbolic learner that needs k = 2' at screen 0.7058, screen 0.7901 font ',12' tc rgb '#222222'
set label '80.5 %; 5 seeds' at screen 0.7058, screen 0.7602 font ',10' tc rgb '#666666'
set arrow from screen 0.6616, screen 0.7066 to screen 0.6965, screen 0.7066 nohead lw 2 dt 2 lc rgb '#A0A0A0'
set label '' at screen 0.6791, screen 0.7066 point pt 9 ps 0.9 lw 1.6 lc rgb '#A0A0A0'
set label 'a symbolic learner that needs k = 3' at screen 0.7058, screen 0.7195 font ',12' tc rgb '#222222'
set label '69.8 %; 5 seeds' at screen 0.7058, screen 0.6895 font ',10' tc rgb '#666666'
set arrow from screen 0.6616, screen 0.3229 to screen 0.6965, screen 0.3229 nohead lw 2 dt 3 lc rgb '#777777'
set label 'guessing' at screen 0.7058, screen 0.3357 font ',12' tc rgb '#222222'
set label '8.0 % to 8.3 %' at screen 0.7058, screen 0.3057 font ',10' tc rgb '#666666'
plot 'third.tsv' using (place(pick('median',1,'x'))-0.005224):(pick('median',1,'low')):(0):(pick('median',1,'high')-pick('median',1,'low')) \
    with vectors nohead lw 1 lc rgb '#900072B2', \
  'third.tsv' using (place(pick('seed',1,'x'))-0.005224):(pick('seed',1,'value')) with points pt 7 ps 0.3 lc rgb '#500072B2', \
  'third.tsv' using (place(pick('median',2,'x'))):(pick('median',2,'low')):(0):(pick('median',2,'high')-pick('median',2,'low')) \
    with vectors nohead lw 1 lc rgb '#90777777', \
  'third.tsv' using (place(pick('seed',2,'x'))):(pick('seed',2,'value')) with points pt 7 ps 0.3 lc rgb '#50777777', \
  'third.tsv' using (place(pick('median',3,'x'))+0.005224):(pick('median',3,'low')):(0):(pick('median',3,'high')-pick('median',3,'low')) \
    with vectors nohead lw 1 lc rgb '#90A0A0A0', \
  'third.tsv' using (place(pick('seed',3,'x'))+0.005224):(pick('seed',3,'value')) with points pt 7 ps 0.3 lc rgb '#50A0A0A0', \
  'third.tsv' using (place(pick('median',1,'x'))):(pick('median',1,'value')) with lines lw 2 dt 1 lc rgb '#0072B2', \
  'third.tsv' using (place(pick('median',1,'x'))):(fit(1)) with points pt 7 ps 0.6 lw 1.6 lc rgb '#0072B2', \
  'third.tsv' using (place(pick('median',1,'x'))):(unfit(1)) with points pt 2 ps 0.7 lw 1.6 lc rgb '#0072B2', \
  'third.tsv' using (place(pick('median',2,'x'))):(pick('median',2,'value')) with lines lw 2 dt 2 lc rgb '#777777', \
  'third.tsv' using (place(pick('median',2,'x'))):(fit(2)) with points pt 5 ps 0.6 lw 1.6 lc rgb '#777777', \
  'third.tsv' using (place(pick('median',3,'x'))):(pick('median',3,'value')) with lines lw 2 dt 2 lc rgb '#A0A0A0', \
  'third.tsv' using (place(pick('median',3,'x'))):(fit(3)) with points pt 9 ps 0.6 lw 1.6 lc rgb '#A0A0A0', \
  $guessing_1 using (place($1)):2 with lines dt 3 lw 1.2 lc rgb '#777777'
